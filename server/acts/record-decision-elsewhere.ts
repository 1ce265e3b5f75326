// Keeps a decision that somebody outside has made: who decided, when, in which case, until when it can be appealed and holds.
import type { OutsideRecordId } from "../../app/domain/ids";
import { journalActor } from "../../app/domain/journal";
import { recordDecision, type MilestoneState } from "../../app/domain/milestone";
import { ok, refuse, type Result } from "../../app/domain/result";
import { dayInOslo, type Day } from "../../app/domain/time";
import { textHash } from "../../db/hash";
import { appendEntry } from "../../db/journal";
import { moveMilestone } from "../../db/milestone";
import { addOutsideRecord, recordWords } from "../../db/outside-record";
import { inTransaction } from "../../db/transaction";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { holdMilestone, type MilestoneName } from "./hold-milestone";

export type DecisionElsewhereInput = MilestoneName & {
  readonly day: Day;
  readonly decider: string;
  readonly caseNumber: string;
  readonly appealDay: Day | null;
  /** When what was decided runs out (a commitment, an option), if it does. */
  readonly expiresDay: Day | null;
  /** Where the decision itself is kept; may be empty. */
  readonly documentReference?: string;
  readonly note: string;
};

/** [M8] Refuses: signInNeeded, notFound, notAllowed, wrongState, changedMeanwhile, invalidInput (a day that has not been). */
export async function recordDecisionElsewhere(
  office: Office, visitor: Visitor | null, input: DecisionElsewhereInput,
): Promise<Result<MilestoneState>> {
  return inTransaction(office.db, async (db) => {
    const held = await holdMilestone(db, visitor, input);
    if (!held.ok) return held;
    const { actor, milestone } = held.value;
    const next = recordDecision(milestone, actor);
    if (!next.ok) return next;
    const now = office.now();
    if (input.day > dayInOslo(now)) return refuse({ code: "invalidInput", fields: { day: "dayInTheFuture" } });
    const expires = input.expiresDay ?? milestone.expiresDay;
    if (!(await moveMilestone(db, milestone, next.value, now, input.day, expires))) return refuse({ code: "changedMeanwhile" });
    const { day, decider, caseNumber, appealDay, expiresDay, note } = input;
    const record = {
      id: office.newId<OutsideRecordId>(), day, decider, caseNumber, appealDay, expiresDay, documentReference: input.documentReference?.trim() || null, note,
    };
    await addOutsideRecord(db, input.projectId, milestone.id, record, actor.membershipId, now);
    await appendEntry(db, input.projectId, now, journalActor(actor), {
      kind: "decisionElsewhereRecorded", milestoneId: milestone.id, code: milestone.code, day, caseNumber, recordId: record.id,
      textHash: textHash(recordWords(record)),
    });
    return ok(next.value);
  });
}
