// Writes why the project answers one measure of the municipality's policy plan (forankring).
import type { ProjectId } from "../../app/domain/ids";
import { journalActor } from "../../app/domain/journal";
import { may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { dayInOslo } from "../../app/domain/time";
import { textHash } from "../../db/hash";
import { appendEntry } from "../../db/journal";
import { findPolicyPlan, listAnchorings, putAnchoring } from "../../db/policy";
import { findProject } from "../../db/project";
import { inTransaction } from "../../db/transaction";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { holdProject } from "./hold-project";

export type AnchoringInput = { readonly projectId: ProjectId; readonly measureId: string; readonly justification: string };

/** [M21] For those who may edit the milestones. Refuses: signInNeeded, notFound (no such measure either), notAllowed, invalidInput. */
export async function writeAnchoring(office: Office, visitor: Visitor | null, input: AnchoringInput): Promise<Result<null>> {
  const { projectId, measureId } = input;
  const justification = input.justification.trim();
  if (justification === "") return refuse({ code: "invalidInput", fields: { justification: "required" } });
  return inTransaction(office.db, async (db) => {
    const found = await holdProject(db, visitor, projectId);
    if (!found.ok) return found;
    if (!may(found.value, "edit", { thing: "milestones" })) return refuse({ code: "notAllowed" });
    const now = office.now();
    const project = await findProject(db, projectId);
    const plan = project && (await findPolicyPlan(db, project.municipality, dayInOslo(now)));
    if (!plan?.content.measures.some((each) => each.id === measureId)) return refuse({ code: "notFound" });
    const before = (await listAnchorings(db, projectId, plan.id)).find((each) => each.measureId === measureId);
    if (before?.justification === justification) return ok(null);
    await putAnchoring(db, projectId, plan, { measureId, justification });
    await appendEntry(db, projectId, now, journalActor(found.value), { kind: "anchoringWritten", policyPlanId: plan.id, measureId, textHash: textHash({ justification }) });
    return ok(null);
  });
}
