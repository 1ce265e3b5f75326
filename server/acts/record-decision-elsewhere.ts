// Keeps a decision that somebody outside has made: who decided, when, in which case, until when it can be appealed and holds.
import { annexOf } from "../../app/domain/annex";
import type { OutsideRecordId } from "../../app/domain/ids";
import { journalActor } from "../../app/domain/journal";
import { recordDecision, type MilestoneState } from "../../app/domain/milestone";
import { ok, refuse, type Result } from "../../app/domain/result";
import { dayInOslo, type Day } from "../../app/domain/time";
import { readVoice, type TypedVoice } from "../../app/domain/voice";
import { textHash } from "../../db/hash";
import { appendEntry } from "../../db/journal";
import { moveMilestone } from "../../db/milestone";
import { addOutsideRecord, recordWords } from "../../db/outside-record";
import { templateMilestone } from "../../db/reference";
import { inTransaction } from "../../db/transaction";
import { groundsNow } from "../grounds-now";
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
  readonly voice?: TypedVoice;
  readonly note: string;
};

/** [M8, M50, M59] Refuses: signInNeeded, notFound, notAllowed, wrongState, groundsMissing, changedMeanwhile, invalidInput (a day that has not been). */
export async function recordDecisionElsewhere(
  office: Office, visitor: Visitor | null, input: DecisionElsewhereInput,
): Promise<Result<MilestoneState>> {
  return inTransaction(office.db, async (db) => {
    const held = await holdMilestone(db, visitor, input);
    if (!held.ok) return held;
    const { actor, milestone } = held.value;
    const now = office.now();
    const today = dayInOslo(now);
    // whoever may not, or comes too late, is told that and nothing about the grounds
    const possible = recordDecision(milestone, actor);
    if (!possible.ok) return possible;
    if (input.day > today) return refuse({ code: "invalidInput", fields: { day: "dayInTheFuture" } });
    const voice = readVoice(templateMilestone(milestone.code)?.affectsHome === true, input.voice);
    if (!voice.ok) return voice;
    const stands = await groundsNow(db, input.projectId, milestone.code, today, input.day);
    const next = recordDecision(milestone, actor, stands?.grounds);
    if (!next.ok) return next;
    const expires = input.expiresDay ?? milestone.expiresDay;
    if (!(await moveMilestone(db, milestone, next.value, now, input.day, expires))) return refuse({ code: "changedMeanwhile" });
    const { day, decider, caseNumber, appealDay, expiresDay, note } = input;
    const record = {
      id: office.newId<OutsideRecordId>(), day, decider, caseNumber, appealDay, expiresDay, documentReference: input.documentReference?.trim() || null, note,
      grounds: stands?.grounds ?? null, annex: annexOf({ voice: voice.value }),
    };
    await addOutsideRecord(db, input.projectId, milestone.id, record, actor.membershipId, now);
    await appendEntry(db, input.projectId, now, journalActor(actor), {
      kind: "decisionElsewhereRecorded", milestoneId: milestone.id, code: milestone.code, day, caseNumber, recordId: record.id,
      textHash: textHash(recordWords(record)),
    });
    return ok(next.value);
  });
}
