// What a milestone stands on: what is missing and whose it is, what only warns, and what is in place. The sentences come from the server.
import { Link } from "@remix-run/react";
import { StateTag } from "../page";
import { useWords } from "../words";

export type ShownGround = {
  readonly weight: "hard" | "soft";
  readonly state: "met" | "missing" | "unknown";
  readonly text: string;
  readonly whose: string;
  readonly source: string;
  readonly at: string;
};

type Props = { readonly lines: readonly ShownGround[]; readonly base: string; /** Without sources and links: they stand on the page of the grounds. */ readonly isShort?: boolean };

export function GroundList({ lines, base, isShort = false }: Props) {
  const { grounds: say } = useWords().approvals;
  return (
    <>
      {lines.some((each) => each.weight === "hard" && each.state !== "met") ? <p className="ground-stop">{say.cannotYet}</p> : null}
      <ul className="row-list ground-list">
        {lines.map(({ weight, state, text, whose, source, at }) => {
          const met = state === "met";
          return (
            <li key={text}>
              <StateTag tone={met ? "good" : weight === "hard" ? "bad" : "waiting"}>{met ? say.met : weight === "hard" ? say.missing : say.warning}</StateTag>
              <p>{text} {met || whose === "" ? null : <span className="muted">{say.whose(whose)}</span>}</p>
              {isShort ? null : <p className="muted">{say.source(source)} {met ? null : <Link to={`${base}/milestones/${at}/grounds`}>{say.see(at)}</Link>}</p>}
            </li>
          );
        })}
      </ul>
    </>
  );
}
