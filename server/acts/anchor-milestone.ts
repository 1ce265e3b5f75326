// Writes why a milestone answers a measure or a goal of the municipality's policy plan, or takes it away.
import { mayShape } from "../../app/domain/definition";
import { journalActor } from "../../app/domain/journal";
import { anchorTargets, type MilestoneAnchoring } from "../../app/domain/policy";
import { ok, refuse, type Result } from "../../app/domain/result";
import { dayInOslo } from "../../app/domain/time";
import { textHash } from "../../db/hash";
import { appendEntry } from "../../db/journal";
import { endMilestoneAnchoring, findPolicyPlan, listMilestoneAnchorings, putMilestoneAnchoring } from "../../db/policy";
import { findProject } from "../../db/project";
import { inTransaction, type Tx } from "../../db/transaction";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { holdMilestone, type MilestoneName } from "./hold-milestone";

/** [M81] Refuses: signInNeeded, notFound (no such measure or goal either), notAllowed, wrongState (it is not relevant), invalidInput. The same again is no change. */
export async function anchorMilestone(office: Office, visitor: Visitor | null, input: MilestoneName & MilestoneAnchoring): Promise<Result<null>> {
  const { projectId, kind, target } = input;
  const justification = input.justification.trim();
  return inTransaction(office.db, async (db) => {
    const held = await holdMilestone(db, visitor, input);
    if (!held.ok) return held;
    const { actor, milestone } = held.value;
    if (!mayShape(actor)) return refuse({ code: "notAllowed" });
    if (milestone.state === "notRelevant") return refuse({ code: "wrongState" });
    if (justification === "") return refuse({ code: "invalidInput", fields: { justification: "required" } });
    const now = office.now();
    const plan = await planOf(db, input, office);
    if (!plan || !anchorTargets(plan.content).some((each) => each.kind === kind && each.target === target)) return refuse({ code: "notFound" });
    const before = (await listMilestoneAnchorings(db, projectId, plan.id, milestone.id)).find((each) => each.kind === kind && each.target === target);
    if (before?.justification === justification) return ok(null);
    await putMilestoneAnchoring(db, projectId, milestone.id, plan, { kind, target, justification });
    await appendEntry(db, projectId, now, journalActor(actor), {
      kind: "milestoneAnchored", milestoneId: milestone.id, code: milestone.code, policyPlanId: plan.id, targetKind: kind, target, textHash: textHash({ justification }),
    });
    return ok(null);
  });
}

/** [M81] Refuses: signInNeeded, notFound (it is not anchored there either), notAllowed. */
export async function unanchorMilestone(office: Office, visitor: Visitor | null, input: MilestoneName & Pick<MilestoneAnchoring, "kind" | "target">): Promise<Result<null>> {
  const { projectId, kind, target } = input;
  return inTransaction(office.db, async (db) => {
    const held = await holdMilestone(db, visitor, input);
    if (!held.ok) return held;
    const { actor, milestone } = held.value;
    if (!mayShape(actor)) return refuse({ code: "notAllowed" });
    const now = office.now();
    const plan = await planOf(db, input, office);
    if (!plan || !(await endMilestoneAnchoring(db, projectId, milestone.id, plan.id, { kind, target }, now))) return refuse({ code: "notFound" });
    await appendEntry(db, projectId, now, journalActor(actor), {
      kind: "milestoneUnanchored", milestoneId: milestone.id, code: milestone.code, policyPlanId: plan.id, targetKind: kind, target,
    });
    return ok(null);
  });
}

async function planOf(db: Tx, { projectId }: MilestoneName, office: Office) {
  const project = await findProject(db, projectId);
  return project && findPolicyPlan(db, project.municipality, dayInOslo(office.now()));
}
