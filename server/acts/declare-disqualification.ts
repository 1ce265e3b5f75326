// Somebody declares that they are disqualified (inhabil) in one milestone: from now on they neither prepare nor decide it.
import { declare, type DeclarationInput } from "../../app/domain/disqualification";
import type { DisqualificationId } from "../../app/domain/ids";
import { journalActor } from "../../app/domain/journal";
import { subjectOf } from "../../app/domain/milestone";
import { may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { seatsOf } from "../../app/domain/seat";
import { dayInOslo } from "../../app/domain/time";
import { listDeputies } from "../../db/deputy";
import { addDisqualification, declarationHash, listDisqualifications } from "../../db/disqualification";
import { appendEntry } from "../../db/journal";
import { listMembers } from "../../db/membership";
import { inTransaction } from "../../db/transaction";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { holdMilestone, type MilestoneName } from "./hold-milestone";

/** [M39] Refuses: signInNeeded, notFound, notAllowed, wrongState (declared already, or not relevant), invalidInput. */
export async function declareDisqualification(
  office: Office, visitor: Visitor | null, input: MilestoneName & DeclarationInput,
): Promise<Result<DisqualificationId>> {
  return inTransaction(office.db, async (db) => {
    const held = await holdMilestone(db, visitor, input);
    if (!held.ok) return held;
    const { actor, milestone } = held.value;
    const { projectId } = input;
    const now = office.now();
    const today = dayInOslo(now);
    const declared = await listDisqualifications(db, projectId, milestone.id);
    const seats = seatsOf(actor, await listDeputies(db, projectId, today), declared, today);
    const standsIn = seats.some((each) => each.inPlaceOf !== null && may(each, "decide", subjectOf(milestone)));
    const members = (await listMembers(db, projectId)).map((each) => each.id);
    const allowed = declare(milestone, actor, standsIn, declared, input, members);
    if (!allowed.ok) return allowed;
    const { membershipId, role } = actor;
    const declaration = { id: office.newId<DisqualificationId>(), milestoneId: milestone.id, membershipId, role, ...allowed.value, declaredAt: now };
    if (!(await addDisqualification(db, projectId, declaration))) return refuse({ code: "wrongState" });
    await appendEntry(db, projectId, now, journalActor(actor), {
      kind: "disqualificationDeclared", milestoneId: milestone.id, code: milestone.code, disqualificationId: declaration.id, membershipId,
      ground: declaration.ground, declarationHash: declarationHash(declaration),
    });
    return ok(declaration.id);
  });
}
