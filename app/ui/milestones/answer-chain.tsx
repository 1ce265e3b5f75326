// The chain of answers: role by role who has answered, who is next and for how long, who is late, and who can answer now.
import type { Link as ChainLink } from "../../domain/chain";
import { formatDay, formatInstant, formatList } from "../../words/format";
import { StateTag } from "../page";
import { useLanguage, useWords } from "../words";
import type { SaidDecision } from "./rounds";
import { sentence } from "./who";

export type ShownLink = ChainLink & {
  readonly able: readonly { readonly name: string; readonly inPlaceOf: string | null; readonly as: "holder" | "deputy" | "superior" }[];
  readonly withoutDeputy: readonly string[];
};

type Props = { readonly chain: readonly ShownLink[]; readonly inTurn: boolean; readonly decided: readonly SaidDecision[] };

export function AnswerChain({ chain, inTurn, decided }: Props) {
  const words = useWords();
  const { chain: say } = words.approvals;
  return (
    <>
      {chain.length > 1 ? <p className="muted">{inTurn ? say.inTurn : say.together}</p> : null}
      <ol className="row-list answer-chain">
        {chain.map((link) => <ChainRow key={link.role} link={link} answer={decided.find((each) => each.decidedByRole === link.role)} />)}
      </ol>
    </>
  );
}

function ChainRow({ link, answer }: { readonly link: ShownLink; readonly answer: SaidDecision | undefined }) {
  const words = useWords();
  const language = useLanguage();
  const { approvals, milestones } = words;
  const { chain: say, turns } = approvals;
  const role = sentence(milestones.whose[link.role]);
  if (link.state === "answered" && answer) {
    const who = answer.decidedForName ? turns.inPlaceOf(answer.decidedByName, answer.decidedForName) : answer.decidedByName;
    return (
      <li className="chain-link">
        <p><strong>{role}</strong> <StateTag tone="good">{milestones.decision[answer.decision]}</StateTag></p>
        <p className="muted">{say.answered(who, formatInstant(answer.decidedAt, language))}</p>
      </li>
    );
  }
  const able = link.able.map((each) => (each.inPlaceOf === null ? each.name : (each.as === "deputy" ? say.deputyOf : say.superiorOf)(each.name, each.inPlaceOf)));
  return (
    <li className="chain-link">
      <p>
        <strong>{role}</strong>{" "}
        <StateTag tone={link.lateDays > 0 ? "bad" : "waiting"}>{link.state === "waits" ? say.waits : link.lateDays > 0 ? say.late(link.lateDays) : say.next(link.days)}</StateTag>
      </p>
      {link.answerBy ? <p className="muted">{link.lateDays > 0 ? `${say.next(link.days)}. ` : ""}{say.answerBy(formatDay(link.answerBy, language))}.</p> : null}
      <p>{able.length > 0 ? say.can(formatList(able, language)) : say.nobody}</p>
      {link.withoutDeputy.length > 0 ? <p className="muted">{say.noDeputy(formatList(link.withoutDeputy, language))}</p> : null}
    </li>
  );
}
