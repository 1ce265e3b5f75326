// The rounds of a milestone, newest first: what was submitted, by whom, and what each role answered.
import { Link } from "@remix-run/react";
import type { Decision } from "../../domain/approval";
import type { DocumentId, Hash } from "../../domain/ids";
import type { Role } from "../../domain/membership";
import type { Proof } from "../../domain/presence-proof";
import type { Instant } from "../../domain/time";
import { formatInstant, formatList } from "../../words/format";
import { Fingerprint } from "../document/fingerprint";
import { InstantText } from "../page";
import { useLanguage, useWords } from "../words";
import { StatePicture } from "./state-mark";

export type SaidDecision = {
  readonly id: string;
  readonly decision: Decision;
  readonly decidedByName: string;
  readonly decidedByRole: Role;
  /** In whose place; null in one's own. */
  readonly decidedForName: string | null;
  readonly proof: Proof | null;
  readonly decidedAt: Instant;
  readonly authority: string;
  readonly remark: string;
};

export type Spoken = { readonly label: string; readonly text: string };

export type Round = {
  readonly id: string;
  readonly number: number;
  readonly submittedAt: Instant;
  readonly submittedByName: string;
  readonly submittedByRole: Role;
  readonly spoken: readonly Spoken[];
  readonly preparers: readonly string[];
  readonly evidence: readonly {
    readonly documentId: DocumentId;
    readonly title: string;
    readonly versionNumber: number;
    readonly hash: Hash;
    readonly frozenAt: Instant;
    readonly readable: boolean;
  }[];
  readonly files: readonly { readonly number: number; readonly name: string }[];
  readonly decisions: readonly SaidDecision[];
};

/** The documents of one submission, each a link to its frozen version. */
export function EvidenceList({ evidence, base }: { readonly evidence: Round["evidence"]; readonly base: string }) {
  const { page } = useWords().milestones;
  return (
    <ul className="row-list evidence-list">
      {evidence.map((each) => (
        <li key={each.documentId}>
          <p className="evidence-name">
            {each.readable ? <Link to={`${base}/documents/${each.documentId}/versions/${each.versionNumber}`}>{each.title}, {page.version(each.versionNumber)}</Link> : `${each.title}, ${page.version(each.versionNumber)}`}
          </p>
          <p className="muted">{page.frozen} <InstantText at={each.frozenAt} /></p>
          <Fingerprint hash={each.hash} />
        </li>
      ))}
    </ul>
  );
}

export function Rounds({ rounds, base }: { readonly rounds: readonly Round[]; readonly base: string }) {
  const words = useWords();
  const language = useLanguage();
  const { page } = words.milestones;
  return (
    <ol className="rounds" reversed start={rounds.length}>
      {rounds.map((round) => (
        <li key={round.id}>
          <h3>{page.submission(round.number)}</h3>
          <p className="muted">{page.by(round.submittedByName, words.roles.role[round.submittedByRole])}, <InstantText at={round.submittedAt} /></p>
          <p className="round-evidence">
            {round.evidence.map((each, index) => (
              <span key={each.documentId}>
                {index > 0 ? " · " : ""}
                {each.readable ? <Link to={`${base}/documents/${each.documentId}/versions/${each.versionNumber}`}>{each.title}, {page.version(each.versionNumber)}</Link> : `${each.title}, ${page.version(each.versionNumber)}`}
              </span>
            ))}
            {round.files.map((each, index) => <span key={each.number}>{index + round.evidence.length > 0 ? " · " : ""}{each.name}</span>)}
          </p>
          {round.preparers.length > 0 ? <p className="muted">{words.approvals.chain.preparedAlso(formatList(round.preparers, language))}</p> : null}
          <SpokenList spoken={round.spoken} />
          {round.decisions.map((each) => <Said key={each.id} decision={each} />)}
        </li>
      ))}
    </ol>
  );
}

/** What was said with it, and whose words they are. */
export function SpokenList({ spoken }: { readonly spoken: readonly Spoken[] }) {
  return spoken.map(({ label, text }) => <blockquote key={label} className="said"><p className="said-label">{label}</p><p className="said-text">{text}</p></blockquote>);
}

/** One decision as it was made: what, who, when, on what authority, and the remark. */
export function Said({ decision }: { readonly decision: SaidDecision }) {
  const words = useWords();
  const language = useLanguage();
  const { approvals, milestones, presence } = words;
  const { decidedByName, decidedForName, proof } = decision;
  const who = decidedForName ? approvals.turns.inPlaceOf(decidedByName, decidedForName) : decidedByName;
  return (
    <div className="said" data-decision={decision.decision}>
      <p className="said-decision"><StatePicture state={decision.decision} standing={null} />{milestones.decision[decision.decision]}</p>
      <p className="muted">{milestones.page.by(who, words.roles.role[decision.decidedByRole])}, <InstantText at={decision.decidedAt} /></p>
      {proof ? <p className="muted">{presence.proved[proof.method](formatInstant(proof.provedAt, language))}</p> : null}
      {decision.authority ? <p>{milestones.page.onAuthority(decision.authority)}</p> : null}
      {decision.remark ? <><p className="said-label">{milestones.page.remark}</p><p className="said-text">{decision.remark}</p></> : null}
    </div>
  );
}
