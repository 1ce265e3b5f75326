// The other side answers a proposed switch of model, or the side that proposed takes it back; a yes changes the project there and then.
import type { Hash, ModelSwitchId, ProjectId } from "../../app/domain/ids";
import { journalActor } from "../../app/domain/journal";
import { answerSwitch as answerOf, changes, lyingOpen, type SwitchAnswer, type SwitchReply } from "../../app/domain/model-switch";
import type { Actor } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import type { Instant } from "../../app/domain/time";
import { appendEntry } from "../../db/journal";
import { lockMilestones } from "../../db/milestone";
import { answerHash, answerStored, listSwitches, type StoredSwitch } from "../../db/model-switch";
import { findProject, setModel } from "../../db/project";
import { inTransaction, type Tx } from "../../db/transaction";
import { freshProof } from "../auth-presence";
import type { Office } from "../office";
import { switchPreview, type SwitchPreview } from "../switch-preview";
import type { Visitor } from "../visitor";
import { holdProject } from "./hold-project";
import { writeChange } from "./shape-milestones";

export type AnswerSwitchInput = {
  readonly projectId: ProjectId;
  /** Which proposal was read: another may wait by now. */
  readonly switchId: ModelSwitchId;
  readonly answer: SwitchAnswer;
  readonly reason: string;
  /** What was shown; asked for with a yes. */
  readonly seen: Hash;
};

/** [M75, M76, M78, M80] Refuses: signInNeeded, notFound, previewChanged, submissionOpen, and what the domain's answerSwitch refuses. */
export async function answerSwitch(office: Office, visitor: Visitor | null, input: AnswerSwitchInput): Promise<Result<null>> {
  const { projectId, answer } = input;
  return inTransaction(office.db, async (db) => {
    const found = await holdProject(db, visitor, projectId);
    if (!visitor || !found.ok) return found.ok ? refuse({ code: "signInNeeded" }) : found;
    const actor = found.value;
    const project = await findProject(db, projectId);
    if (!project) return refuse({ code: "notFound" });
    const now = office.now();
    const proposed = (await listSwitches(db, projectId)).find((each) => each.id === input.switchId && each.reply === null) ?? null;
    const proof = answerOf(actor, proposed, answer, input.reason, await freshProof(db, visitor, now), now);
    if (!proof.ok) return proof;
    if (!proposed) return refuse({ code: "wrongState" });
    const preview = answer === "confirmed" ? await switchPreview(db, project, await lockMilestones(db, projectId)) : null;
    if (preview && (preview.hash !== input.seen || preview.to !== proposed.to)) return refuse({ code: "previewChanged" });
    const open = preview ? lyingOpen(preview.all) : [];
    if (open.length > 0) return refuse({ code: "submissionOpen", codes: open });
    const reply: SwitchReply = {
      answer, reason: answer === "confirmed" ? "" : input.reason.trim(), answeredBy: actor.membershipId, answeredByRole: actor.role, answeredAt: now, proof: proof.value,
      previewHash: preview?.hash ?? null,
    };
    if (!(await answerStored(db, projectId, proposed.id, reply))) return refuse({ code: "changedMeanwhile" });
    await appendEntry(db, projectId, now, journalActor(actor), {
      kind: "modelSwitchAnswered", switchId: proposed.id, from: proposed.from, to: proposed.to, answer, role: actor.role, previewHash: reply.previewHash,
      answerHash: answerHash(proposed.id, reply),
    });
    if (preview) await goOver(db, office, actor, now, proposed, preview);
    return ok(null);
  });
}

/** [M77, M80] The project and every milestone that becomes another, each change with its entry. */
async function goOver(db: Tx, office: Office, actor: Actor, now: Instant, proposed: StoredSwitch, { to, all }: SwitchPreview): Promise<void> {
  await setModel(db, actor.projectId, to);
  for (const { milestone, before, after } of all.filter(changes)) {
    await writeChange(db, office, actor, now, { kind: "switched", milestone, before, after, reason: proposed.reason, switchId: proposed.id });
  }
}
