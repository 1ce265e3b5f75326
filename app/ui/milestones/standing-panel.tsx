// Whether an approval still holds: calmly, with what was approved, what has happened to the text since, and what can be done about it.
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { StaleReason, Standing } from "../../domain/staleness";
import type { Comparison } from "../../domain/documents/comparison";
import type { DocumentId } from "../../domain/ids";
import type { Role } from "../../domain/membership";
import { dayInOslo, type Instant } from "../../domain/time";
import { formatDay, formatInstant, formatList } from "../../words/format";
import { ComparisonSummary, ComparisonView } from "../document/comparison-view";
import { useLanguage, useWords } from "../words";
import { StaleReasons } from "./stale-reasons";
import { StatePicture } from "./state-mark";

export type ShownStanding = {
  readonly value: Standing;
  readonly reasons: readonly StaleReason[];
  readonly heldAgain: boolean;
  readonly moved: readonly {
    readonly documentId: DocumentId;
    readonly title: string;
    readonly versionNumber: number;
    readonly changedAt: Instant | null;
    readonly changedBy: string | null;
    readonly comparison: Comparison | null;
  }[];
};

export type ShownDecision = { readonly decidedByRole: Role; readonly decidedAt: Instant; readonly authority: string };

type Props = { readonly standing: ShownStanding; readonly decisions: readonly ShownDecision[]; readonly base: string; readonly children?: ReactNode };

/** `decisions`: those the approval was made of. `children`: the button to ask again, for whoever may. */
export function StandingPanel({ standing, decisions, base, children }: Props) {
  const words = useWords();
  const { standing: say } = words.milestones;
  const textMoved = standing.reasons.some((each) => each.kind === "contentMoved");
  if (standing.value === "holds") {
    return (
      <section className="standing" data-standing="holds">
        <StatePicture state="approved" standing="holds" />
        <div>
          <h2>{standing.heldAgain ? say.holdsAgain : say.holds}</h2>
          <p>{standing.heldAgain ? say.holdsAgainText : say.holdsText}</p>
        </div>
      </section>
    );
  }
  return (
    <section className="standing" data-standing="moved">
      <StatePicture state="approved" standing="moved" />
      <div className="stack">
        <div className="stack" data-gap="small">
          <h2>{textMoved ? say.moved : words.approvals.reasons.heading}</h2>
          {standing.moved.map((each) => <WhatMoved key={each.documentId} moved={each} decisions={decisions} />)}
          {textMoved ? <><p>{say.meaning}</p><p>{say.whatToDo}</p></> : null}
          <StaleReasons reasons={standing.reasons} />
        </div>
        {children}
        {standing.moved.map((each, index) => <Difference key={each.documentId} moved={each} base={base} inFull={index === 0} />)}
      </div>
    </section>
  );
}

type Moved = ShownStanding["moved"][number];

function WhatMoved({ moved, decisions }: { readonly moved: Moved; readonly decisions: readonly ShownDecision[] }) {
  const words = useWords();
  const language = useLanguage();
  const { standing: say } = words.milestones;
  const last = decisions.at(-1);
  const authorities = decisions.map((each) => each.authority).filter(Boolean);
  return (
    <>
      {last ? (
        <p>
          {say.movedText(moved.title, moved.versionNumber, formatDay(dayInOslo(last.decidedAt), language), formatList(decisions.map((each) => words.milestones.whose[each.decidedByRole]), language))}
          {authorities.length > 0 ? ` ${say.authority(formatList(authorities, language))}` : ""}
        </p>
      ) : null}
      {moved.changedAt ? (
        <p className="standing-changed">
          {moved.changedBy ? say.changedBy(moved.changedBy, formatInstant(moved.changedAt, language)) : say.changed(formatInstant(moved.changedAt, language))}
        </p>
      ) : null}
    </>
  );
}

/** The places in a comparison have ids of their own: only one whole comparison may stand on a page. */
function Difference({ moved, base, inFull }: { readonly moved: Moved; readonly base: string; readonly inFull: boolean }) {
  const { standing: say } = useWords().milestones;
  const document = `${base}/documents/${moved.documentId}`;
  const comparePage = `${document}/compare?from=${moved.versionNumber}&to=now`;
  if (!moved.comparison) return <p className="muted">{say.unreadable}</p>;
  return (
    <>
      <details className="difference" open>
        <summary>{say.difference}</summary>
        {inFull ? <ComparisonView comparison={moved.comparison} level={3} /> : <ComparisonSummary counts={moved.comparison.counts} base={comparePage} />}
      </details>
      <p><Link to={`${document}/versions/${moved.versionNumber}`}>{say.readVersion(moved.versionNumber)}</Link></p>
    </>
  );
}
