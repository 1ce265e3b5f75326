// What is to be decided: each frozen text to read, and what changed in it since it was submitted last.
import { Link } from "@remix-run/react";
import type { Comparison } from "../../domain/documents/comparison";
import type { RichText } from "../../domain/documents/rich-text";
import type { DocumentId, Hash } from "../../domain/ids";
import { ComparisonSummary, ComparisonView } from "../document/comparison-view";
import { Fingerprint } from "../document/fingerprint";
import { ReadView } from "../document/read-view";
import { useWords } from "../words";

export type EvidenceToDecide = {
  readonly documentId: DocumentId;
  readonly title: string;
  readonly versionNumber: number;
  readonly hash: Hash;
  readonly content: RichText;
  readonly isWrittenOn: boolean;
  readonly sinceLast: { readonly versionNumber: number; readonly comparison: Comparison } | null;
};

type Props = { readonly evidence: readonly EvidenceToDecide[]; readonly base: string };

/** The places in a comparison have ids of their own: the first changed document shows it whole, the others say it in words. */
export function ChangesSinceLast({ evidence, base }: Props) {
  const { decide: say } = useWords().deciding;
  const changed = evidence.filter((each) => each.sinceLast && !each.sinceLast.comparison.identical);
  const added = evidence.filter((each) => each.sinceLast === null);
  if (changed.length === 0 && added.length === 0) return <p>{say.noChanges}</p>;
  return (
    <div className="stack">
      {changed.map((each, index) => each.sinceLast && (
        <div key={each.documentId} className="stack">
          <h3>{each.title}</h3>
          {index === 0 ? <div className="decide-sheet"><ComparisonView comparison={each.sinceLast.comparison} level={3} /></div>
            : <ComparisonSummary counts={each.sinceLast.comparison.counts} base={`${base}/documents/${each.documentId}/compare?from=${each.sinceLast.versionNumber}&to=${each.versionNumber}`} />}
        </div>
      ))}
      {added.map((each) => <p key={each.documentId}><strong>{each.title}:</strong> {say.newDocument}</p>)}
    </div>
  );
}

/** One text is open at once; several are folded so that the reader sees how many there are. */
export function TextsToDecide({ evidence, base }: Props) {
  const { decide: say } = useWords().deciding;
  return (
    <div className="stack">
      {evidence.map((each, index) => (
        <details key={each.documentId} className="decide-text" open={index === 0}>
          <summary>{say.openText(each.title, each.versionNumber)}</summary>
          {each.isWrittenOn ? (
            <p className="decide-differs">
              {say.writtenOn} <Link to={`${base}/documents/${each.documentId}/compare?from=${each.versionNumber}&to=now`}>{say.writtenOnSee}</Link>
            </p>
          ) : null}
          <div className="decide-sheet">
            <ReadView content={each.content} idPrefix={`text${index}-`} />
          </div>
          <Fingerprint hash={each.hash} />
        </details>
      ))}
    </div>
  );
}
