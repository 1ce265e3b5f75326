// What happened or was decided somewhere else, as it was registered.
import type { Role } from "../../domain/membership";
import type { Day, Instant } from "../../domain/time";
import { DayText, InstantText } from "../page";
import { useWords } from "../words";
import { SpokenList, type Spoken } from "./rounds";

export type ShownRecord = {
  readonly day: Day;
  readonly decider: string | null;
  readonly caseNumber: string | null;
  readonly appealDay: Day | null;
  readonly expiresDay: Day | null;
  readonly documentReference: string | null;
  readonly note: string;
  readonly spoken: readonly Spoken[];
  readonly registeredByName: string;
  readonly registeredByRole: Role;
  readonly registeredAt: Instant;
};

export function OutsideCard({ record }: { readonly record: ShownRecord }) {
  const words = useWords();
  const { page } = words.milestones;
  return (
    <>
      <dl className="facts">
        <div><dt>{page.day}</dt><dd><DayText day={record.day} /></dd></div>
        {record.decider ? <div><dt>{page.decider}</dt><dd>{record.decider}</dd></div> : null}
        {record.caseNumber ? <div><dt>{page.caseNumber}</dt><dd>{record.caseNumber}</dd></div> : null}
        {record.documentReference ? <div><dt>{words.approvals.documentReference}</dt><dd>{record.documentReference}</dd></div> : null}
        {record.expiresDay ? <div><dt>{words.milestones.expires}</dt><dd><DayText day={record.expiresDay} /></dd></div> : null}
        {record.appealDay ? <div><dt>{page.appealDay}</dt><dd><DayText day={record.appealDay} /></dd></div> : null}
      </dl>
      {record.note ? <p className="said-text">{record.note}</p> : null}
      <SpokenList spoken={record.spoken} />
      <p className="muted">{page.registeredBy} {page.by(record.registeredByName, words.roles.role[record.registeredByRole])}, <InstantText at={record.registeredAt} /></p>
    </>
  );
}
