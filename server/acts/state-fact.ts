// Somebody states what they know about a milestone: a number, a day, a yes or no; or that it is not known any more.
import { isByLawFact } from "../../app/domain/grounds/bylaw-facts";
import { readFact, specOf, type FactName, type FactValue, type TypedFact } from "../../app/domain/grounds/fact";
import type { FactId } from "../../app/domain/ids";
import { journalActor } from "../../app/domain/journal";
import { may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { dayInOslo } from "../../app/domain/time";
import { addFact, factHash, listFacts } from "../../db/fact";
import { appendEntry } from "../../db/journal";
import { findProject } from "../../db/project";
import { inTransaction } from "../../db/transaction";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { holdMilestone, type MilestoneName } from "./hold-milestone";

export type FactInput = MilestoneName & TypedFact & { readonly name: FactName; /** Where it comes from, for those who read it later. */ readonly note: string };

/** [M57] Refuses: signInNeeded, notFound (it is not about that milestone), notAllowed, wrongState, invalidInput. The same again is no news. */
export async function stateFact(office: Office, visitor: Visitor | null, input: FactInput): Promise<Result<FactValue | null>> {
  return inTransaction(office.db, async (db) => {
    const held = await holdMilestone(db, visitor, input);
    if (!held.ok) return held;
    const { actor, milestone } = held.value;
    const { projectId, name } = input;
    const spec = specOf(name);
    if (spec.code !== milestone.code) return refuse({ code: "notFound" });
    if (!may(actor, "state", { thing: "fact", ...spec })) return refuse({ code: "notAllowed" });
    if (milestone.state === "notRelevant") return refuse({ code: "wrongState" });
    const project = await findProject(db, projectId);
    const now = office.now();
    const read = readFact(name, input, project?.homeCount ?? 0, dayInOslo(now));
    if (!read.ok) return read;
    const [value, note] = [read.value, input.note.trim()];
    // [M62] what is not in order, or is for a lawyer, says why
    if (isByLawFact(name) && value !== null && value !== "met" && note === "") return refuse({ code: "invalidInput", fields: { note: "required" } });
    const before = (await listFacts(db, projectId)).findLast((each) => each.name === name);
    const same = JSON.stringify(before?.value ?? null) === JSON.stringify(value) && (before?.note ?? "") === note;
    if (same) return ok(value);
    const id = office.newId<FactId>();
    const number = await addFact(db, projectId, { id, milestoneId: milestone.id, name, value, note, statedBy: actor.membershipId, statedAt: now });
    await appendEntry(db, projectId, now, journalActor(actor), {
      kind: "factStated", milestoneId: milestone.id, code: milestone.code, factId: id, name, number, textHash: factHash({ value: JSON.stringify(value), note }),
    });
    return ok(value);
  });
}
