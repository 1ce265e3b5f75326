// Puts a milestone before or after its neighbour in the list; the phase stays.
import { mayShape, neighbour } from "../../app/domain/definition";
import { journalActor } from "../../app/domain/journal";
import { ok, refuse, type Result } from "../../app/domain/result";
import { appendEntry } from "../../db/journal";
import { listMilestones, setPosition } from "../../db/milestone";
import { inTransaction } from "../../db/transaction";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { holdProject } from "./hold-project";
import type { MilestoneName } from "./hold-milestone";

/** [M70] Refuses: signInNeeded, notFound, notAllowed, wrongState (it is the first, or the last, of its phase). */
export async function reorderMilestone(office: Office, visitor: Visitor | null, input: MilestoneName & { readonly direction: "up" | "down" }): Promise<Result<null>> {
  const { projectId, code, direction } = input;
  return inTransaction(office.db, async (db) => {
    const found = await holdProject(db, visitor, projectId);
    if (!found.ok) return found;
    if (!mayShape(found.value)) return refuse({ code: "notAllowed" });
    const order = await listMilestones(db, projectId);
    const milestone = order.find((each) => each.code === code);
    if (!milestone) return refuse({ code: "notFound" });
    // what is not relevant is not seen in the list, so it is stepped over
    const seen = order.filter((each) => each.phase === milestone.phase && (each.state !== "notRelevant" || each.code === code));
    const other = neighbour(seen, code, direction);
    if (!other) return refuse({ code: "wrongState" });
    await setPosition(db, projectId, milestone.id, other.position);
    await setPosition(db, projectId, other.id, milestone.position);
    await appendEntry(db, projectId, office.now(), journalActor(found.value), {
      kind: "milestoneMoved", milestoneId: milestone.id, code, position: other.position, otherId: other.id, otherCode: other.code, otherPosition: milestone.position, direction,
    });
    return ok(null);
  });
}
