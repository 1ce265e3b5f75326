// One side proposes that the project goes over to the other model, bound to what it was shown that this would change.
import type { Hash, ModelSwitchId, ProjectId } from "../../app/domain/ids";
import { journalActor } from "../../app/domain/journal";
import { propose, type ModelSwitch } from "../../app/domain/model-switch";
import type { ProjectModel } from "../../app/domain/project";
import { ok, refuse, type Result } from "../../app/domain/result";
import { appendEntry } from "../../db/journal";
import { listMilestones } from "../../db/milestone";
import { addSwitch, findWaitingSwitch, proposalHash } from "../../db/model-switch";
import { findProject } from "../../db/project";
import { inTransaction } from "../../db/transaction";
import { freshProof } from "../auth-presence";
import type { Office } from "../office";
import { switchPreview } from "../switch-preview";
import type { Visitor } from "../visitor";
import { holdProject } from "./hold-project";

export type ProposeSwitchInput = { readonly projectId: ProjectId; readonly to: ProjectModel; readonly reason: string; readonly seen: Hash };

/** [M74, M76] Refuses: signInNeeded, notFound, previewChanged, and what propose refuses. */
export async function proposeSwitch(office: Office, visitor: Visitor | null, { projectId, to, reason, seen }: ProposeSwitchInput): Promise<Result<null>> {
  return inTransaction(office.db, async (db) => {
    const found = await holdProject(db, visitor, projectId);
    if (!visitor || !found.ok) return found.ok ? refuse({ code: "signInNeeded" }) : found;
    const actor = found.value;
    const project = await findProject(db, projectId);
    if (!project) return refuse({ code: "notFound" });
    const now = office.now();
    const isWaiting = (await findWaitingSwitch(db, projectId)) !== null;
    const proof = propose(actor, project.model, to, isWaiting, reason, await freshProof(db, visitor, now), now);
    if (!proof.ok) return proof;
    const preview = await switchPreview(db, project, await listMilestones(db, projectId));
    if (preview.hash !== seen) return refuse({ code: "previewChanged" });
    const proposal: ModelSwitch = {
      id: office.newId<ModelSwitchId>(), from: project.model, to, reason: reason.trim(), proposedBy: actor.membershipId, proposedByRole: actor.role, proposedAt: now,
      proof: proof.value,
    };
    await addSwitch(db, projectId, proposal, preview.hash);
    await appendEntry(db, projectId, now, journalActor(actor), {
      kind: "modelSwitchProposed", switchId: proposal.id, from: proposal.from, to, role: actor.role, previewHash: preview.hash, proposalHash: proposalHash(proposal),
    });
    return ok(null);
  });
}
