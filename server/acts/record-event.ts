// Records that something happened: a milestone nobody decides (registrert hendelse).
import { annexOf } from "../../app/domain/annex";
import type { OutsideRecordId } from "../../app/domain/ids";
import { journalActor } from "../../app/domain/journal";
import { record as allow, type MilestoneState } from "../../app/domain/milestone";
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

export type EventInput = MilestoneName & { readonly day: Day; readonly voice?: TypedVoice; readonly note: string };

/** [M8, M50, M59] Refuses: signInNeeded, notFound, notAllowed, wrongState, groundsMissing, changedMeanwhile, invalidInput (a day that has not been). */
export async function recordEvent(office: Office, visitor: Visitor | null, input: EventInput): Promise<Result<MilestoneState>> {
  return inTransaction(office.db, async (db) => {
    const held = await holdMilestone(db, visitor, input);
    if (!held.ok) return held;
    const { actor, milestone } = held.value;
    const now = office.now();
    const today = dayInOslo(now);
    // whoever may not, or comes too late, is told that and nothing about the grounds
    const possible = allow(milestone, actor);
    if (!possible.ok) return possible;
    if (input.day > today) return refuse({ code: "invalidInput", fields: { day: "dayInTheFuture" } });
    const voice = readVoice(templateMilestone(milestone.code)?.affectsHome === true, input.voice);
    if (!voice.ok) return voice;
    const stands = await groundsNow(db, input.projectId, milestone.code, today, input.day);
    const next = allow(milestone, actor, stands?.grounds);
    if (!next.ok) return next;
    if (!(await moveMilestone(db, milestone, next.value, now, input.day))) return refuse({ code: "changedMeanwhile" });
    const { day, note } = input;
    const record = {
      id: office.newId<OutsideRecordId>(), day, note, decider: null, caseNumber: null, appealDay: null, expiresDay: null, documentReference: null,
      grounds: stands?.grounds ?? null, annex: annexOf({ voice: voice.value }),
    };
    await addOutsideRecord(db, input.projectId, milestone.id, record, actor.membershipId, now);
    await appendEntry(db, input.projectId, now, journalActor(actor), {
      kind: "eventRecorded", milestoneId: milestone.id, code: milestone.code, day, recordId: record.id, textHash: textHash(recordWords(record)),
    });
    return ok(next.value);
  });
}
