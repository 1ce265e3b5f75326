// Whether the journal is untouched, checked for this very page, and how anybody can know.
import type { Hash } from "../../domain/ids";
import { formatCount } from "../../words/format";
import { useLanguage, useWords } from "../words";
import { StatePicture } from "./state-mark";

type Props = {
  readonly chain: { readonly state: "whole" | "broken" | "decisionChanged"; readonly seq: number };
  readonly total: number;
  readonly newestHash: Hash | null;
};

export function ChainState({ chain, total, newestHash }: Props) {
  const { chain: say } = useWords().journal;
  const language = useLanguage();
  const whole = chain.state === "whole";
  return (
    <section className="chain" data-state={whole ? "whole" : "broken"} aria-labelledby="chain">
      <StatePicture state={whole ? "approved" : "refused"} standing={whole ? "holds" : null} />
      <div className="stack" data-gap="small">
        <h2 id="chain">{say.heading}</h2>
        <p>{chain.state === "whole" ? say.whole(formatCount(total, language)) : chain.state === "broken" ? say.broken(chain.seq) : say.decisionChanged(chain.seq)}</p>
        {whole ? null : <p><strong>{say.advice}</strong></p>}
        <details>
          <summary>{say.how}</summary>
          <p>{say.explanation}</p>
          {newestHash ? <p>{say.newest}: <code className="chain-hash">{newestHash}</code></p> : null}
        </details>
      </div>
    </section>
  );
}
