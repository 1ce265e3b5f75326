// Whether the journal is untouched, checked for this very page, and how anybody can know.
import type { Hash } from "../../domain/ids";
import type { Instant } from "../../domain/time";
import { formatCount, formatInstant } from "../../words/format";
import { useLanguage, useWords } from "../words";
import { StatePicture } from "./state-mark";

type Props = {
  readonly chain: { readonly state: "whole" | "broken" | "cut" | "decisionChanged"; readonly seq: number };
  /** The newest checkpoint, when it holds. */
  readonly sealed: { readonly seq: number; readonly at: Instant } | null;
  readonly total: number;
  readonly newestHash: Hash | null;
};

export function ChainState({ chain, sealed, total, newestHash }: Props) {
  const { chain: say } = useWords().journal;
  const language = useLanguage();
  const whole = chain.state === "whole";
  return (
    <section className="chain" data-state={whole ? "whole" : "broken"} aria-labelledby="chain">
      <StatePicture state={whole ? "approved" : "refused"} standing={whole ? "holds" : null} />
      <div className="stack" data-gap="small">
        <h2 id="chain">{say.heading}</h2>
        <p>{chain.state === "whole" ? say.whole(formatCount(total, language)) : say[chain.state](chain.seq)}</p>
        {sealed ? <p>{say.sealed(formatCount(sealed.seq, language), formatInstant(sealed.at, language))}</p> : null}
        {whole ? null : <p><strong>{say.advice}</strong></p>}
        <details>
          <summary>{say.how}</summary>
          <p>{say.explanation} {say.signing}</p>
          {newestHash ? <p>{say.newest}: <code className="chain-hash">{newestHash}</code></p> : null}
        </details>
      </div>
    </section>
  );
}
