// One version in the list: its number and name, why it was kept, by whom and when, and what it is evidence for.
import { Link } from "@remix-run/react";
import type { MilestoneState } from "../../domain/milestone";
import type { Instant } from "../../domain/time";
import type { VersionReason } from "../../domain/version";
import { InstantText, StateTag, type Tone } from "../page";
import { useWords } from "../words";

export type ShownVersion = {
  readonly number: number;
  readonly name: string | null;
  readonly reason: VersionReason;
  readonly madeAt: Instant;
  readonly madeBy: string | null;
  readonly uses: readonly { readonly code: string; readonly outcome: Extract<MilestoneState, "submitted" | "approved" | "approvedWithConditions" | "returned"> | null }[];
};

const tones = { submitted: "waiting", approved: "good", approvedWithConditions: "good", returned: "neutral" } as const satisfies Record<string, Tone>;

export function VersionRow({ version, isNow, mayReadNow }: { readonly version: ShownVersion; readonly isNow: boolean; readonly mayReadNow: boolean }) {
  const { versions } = useWords().documents;
  const { number, name } = version;
  return (
    <li>
      <div className="version-row">
        <div className="stack" data-gap="small">
          <Link className="version-name" to={String(number)}>{name ? versions.numbered(number, name) : versions.number(number)}</Link>
          <VersionMeta version={version} />
          <VersionTags version={version} isNow={isNow} />
        </div>
        {mayReadNow && !isNow ? (
          <div className="version-row-links">
            <Link to={`../compare?from=${number}&to=now`} aria-label={versions.compareWithNowOf(number)}>{versions.compareWithNow}</Link>
          </div>
        ) : null}
      </div>
    </li>
  );
}

/** Why it was kept, by whom, when. */
export function VersionMeta({ version }: { readonly version: Pick<ShownVersion, "reason" | "madeBy" | "madeAt"> }) {
  const { versions } = useWords().documents;
  return (
    <span className="document-meta">
      <span>{versions.reasons[version.reason]}</span>
      <span>{version.madeBy ?? versions.bySystem}</span>
      <InstantText at={version.madeAt} />
    </span>
  );
}

/** What it is evidence for, and whether the text still says the same. */
export function VersionTags({ version, isNow }: { readonly version: Pick<ShownVersion, "uses">; readonly isNow: boolean }) {
  const { versions } = useWords().documents;
  if (version.uses.length === 0 && !isNow) return null;
  return (
    <div className="version-tags">
      {isNow ? <StateTag tone="accent">{versions.sameAsNow}</StateTag> : null}
      {version.uses.map(({ code, outcome }) => (
        <StateTag key={code} tone={outcome ? tones[outcome] : "neutral"}>
          {versions.evidence(code)}{outcome ? `, ${versions.evidenceState[outcome]}` : ""}
        </StateTag>
      ))}
    </div>
  );
}
