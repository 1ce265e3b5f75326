// How a milestone is reached: who prepares it, who really decides it, what it usually takes; and what an approval here is not.
import type { Role } from "../../domain/membership";
import type { MilestoneKind } from "../../domain/milestone";
import type { EvidenceKind } from "../../domain/template";
import { formatList } from "../../words/format";
import { useLanguage, useWords } from "../words";
import { sentence, who } from "./who";

export type ShownWay = {
  readonly kind: MilestoneKind;
  readonly preparedBy: readonly Role[];
  readonly decidedBy: readonly Role[];
  readonly decider: string;
  readonly usualDays: { readonly min: number; readonly max: number } | null;
  readonly evidenceKinds: readonly EvidenceKind[];
};

export function WayCard({ way }: { readonly way: ShownWay }) {
  const words = useWords();
  const language = useLanguage();
  const { milestones } = words;
  const { page } = milestones;
  const rows: [string, string][] = [[page.prepares, sentence(who(words, language, way.preparedBy))]];
  if (way.kind === "approval") rows.push([page.decides, sentence(who(words, language, way.decidedBy))]);
  if (way.usualDays) rows.push([page.usually, page.usualDays(way.usualDays.min, way.usualDays.max)]);
  if (way.evidenceKinds.length > 0) rows.push([page.usualEvidence, sentence(formatList(way.evidenceKinds.map((each) => milestones.evidenceKind[each]), language))]);
  return (
    <section className="card" aria-labelledby="way">
      <h2 id="way" className="card-heading">{page.way}</h2>
      <p className="way-kind">{milestones.kind[way.kind]}</p>
      <dl className="way-facts">
        {rows.map(([term, value]) => <div key={term}><dt>{term}</dt><dd>{value}</dd></div>)}
      </dl>
      <p className="way-note">
        {way.kind === "approval" ? page.notAVedtak : way.kind === "recordedEvent" ? page.isAnEvent : page.isElsewhere(way.decider)}
      </p>
    </section>
  );
}
