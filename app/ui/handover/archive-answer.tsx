// What checking an archive led to: whole or not, and each thing that is wrong, by the name of its file.
import type { ArchiveFinding } from "../../domain/proof";
import type { Hash } from "../../domain/ids";
import type { Instant } from "../../domain/time";
import { formatInstant } from "../../words/format";
import { useLanguage, useWords } from "../words";

type Checked = {
  readonly findings: readonly ArchiveFinding[];
  readonly files: number;
  readonly hash: Hash;
  readonly handedOver: { readonly number: number; readonly at: Instant } | null;
  readonly givenOut: Instant | null;
};

export function ArchiveAnswer({ checked }: { readonly checked: Checked }) {
  const { proof } = useWords();
  const { archive: say, finding } = proof;
  const language = useLanguage();
  const { findings, handedOver, givenOut } = checked;
  const whole = findings.length === 0;
  return (
    <section className="ds-alert notice" data-color={whole ? "success" : "danger"} role={whole ? "status" : "alert"} aria-labelledby="archive-answer">
      <h2 id="archive-answer">{whole ? say.whole : say.broken}</h2>
      <p>{whole ? say.wholeLead(checked.files) : say.brokenLead}</p>
      {findings.length > 0 ? <ul>{findings.map((each, index) => <li key={index}>{sentence(finding, each)}</li>)}</ul> : null}
      {handedOver ? <p>{say.handedOver(handedOver.number, formatInstant(handedOver.at, language))}</p> : null}
      <p>{givenOut ? say.givenOut(formatInstant(givenOut, language)) : say.notGivenOut}</p>
      <p>{say.hash}: <code className="fingerprint-text">{checked.hash.replace(/(.{8})(?=.)/g, "$1 ")}</code></p>
    </section>
  );
}

type Said = { readonly [Code in ArchiveFinding["code"]]: (finding: Extract<ArchiveFinding, { code: Code }>) => string };

function sentence(said: Said, finding: ArchiveFinding): string {
  // each kind has a sentence of its own; which goes with which is in the type of the table
  const say = said[finding.code] as (finding: ArchiveFinding) => string;
  return say(finding);
}
