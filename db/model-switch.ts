// Switches of model: what was proposed, by whom and why, and how the other side answered.
import type { Hash, ModelSwitchId, ProjectId, UserId } from "../app/domain/ids";
import type { Role } from "../app/domain/membership";
import type { ModelSwitch, SwitchReply } from "../app/domain/model-switch";
import type { Proof } from "../app/domain/presence-proof";
import { asked } from "./asked";
import type { Db } from "./connect";
import { hashOf } from "./hash";
import { proofIn } from "./presence-proof";
import type { Tx } from "./transaction";

export type StoredSwitch = ModelSwitch & {
  readonly proposedByName: string;
  /** The person behind that membership: who comes back in another role is the same pair of eyes. */
  readonly proposedByUser: UserId;
  /** What was shown to whoever proposed it; once confirmed, what both agreed to. */
  readonly previewHash: Hash | null;
  readonly reply: (SwitchReply & { readonly answeredByName: string }) | null;
};

/** [M80] Over all that was proposed, the reason and the proof included. */
export function proposalHash({ id, from, to, reason, proposedBy, proposedByRole, proposedAt, proof }: ModelSwitch): Hash {
  return hashOf({ id, from, to, reason, proposedBy, proposedByRole, proposedAt, proof });
}

export function answerHash(id: ModelSwitchId, { answer, reason, answeredBy, answeredByRole, answeredAt, proof, previewHash }: SwitchReply): Hash {
  return hashOf({ id, answer, reason, answeredBy, answeredByRole, answeredAt, proof, previewHash });
}

/** The project must be held: one waits at a time. */
export async function addSwitch(db: Tx, projectId: ProjectId, { id, from, to, reason, proposedBy, proposedByRole, proposedAt, proof }: ModelSwitch, previewHash: Hash): Promise<void> {
  await db
    .insertInto("model_switch")
    .values({
      id, project_id: projectId, from_model: from, to_model: to, reason, proposed_by: proposedBy, proposed_by_role: proposedByRole, proposed_at: proposedAt,
      proof_method: proof.method, proved_at: proof.provedAt, preview_hash: previewHash, answer: null, answered_by: null, answered_by_role: null, answered_at: null,
      answer_proof_method: null, answer_proved_at: null,
    })
    .execute();
}

/** False when it has been answered already. */
export async function answerStored(db: Tx, projectId: ProjectId, id: ModelSwitchId, reply: SwitchReply): Promise<boolean> {
  const done = await db
    .updateTable("model_switch")
    .set({
      answer: reply.answer, answer_reason: reply.reason, answered_by: reply.answeredBy, answered_by_role: reply.answeredByRole, answered_at: reply.answeredAt,
      answer_proof_method: reply.proof?.method ?? null, answer_proved_at: reply.proof?.provedAt ?? null, ...(reply.previewHash ? { preview_hash: reply.previewHash } : {}),
    })
    .where("id", "=", id).where("project_id", "=", projectId).where("answered_at", "is", null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Newest first. */
export async function listSwitches(db: Db | Tx, projectId: ProjectId): Promise<StoredSwitch[]> {
  return (await switches(db, projectId).execute()).map(fromRow);
}

export type WaitingSwitch = Pick<ModelSwitch, "id" | "proposedByRole" | "proposedAt"> & { readonly proposedByUser: UserId };

const waiting = asked((db, projectId: string) =>
  db
    .selectFrom("model_switch").innerJoin("membership", "membership.id", "model_switch.proposed_by")
    .where("model_switch.project_id", "=", projectId as ProjectId).where("model_switch.answered_at", "is", null)
    .select(["model_switch.id", "model_switch.proposed_by_role", "model_switch.proposed_at", "membership.user_id"]),
);

/** The one that waits for an answer, for whoever only asks whose move it is. */
export async function findWaitingSwitch(db: Db | Tx, projectId: ProjectId): Promise<WaitingSwitch | null> {
  const [row] = await waiting(db, projectId);
  return row ? { id: row.id, proposedByRole: row.proposed_by_role, proposedAt: row.proposed_at, proposedByUser: row.user_id } : null;
}

/** [P6] Every proposal and answer of the project by the id of the switch, as the tables have them now. */
export async function listSwitchHashes(db: Db | Tx, projectId: ProjectId): Promise<Map<ModelSwitchId, { readonly proposal: Hash; readonly answer: Hash | null }>> {
  return new Map((await listSwitches(db, projectId)).map((each) => [each.id, { proposal: proposalHash(each), answer: each.reply && answerHash(each.id, each.reply) }]));
}

function switches(db: Db | Tx, projectId: ProjectId) {
  return db
    .selectFrom("model_switch")
    .innerJoin("membership", "membership.id", "model_switch.proposed_by").leftJoin("membership as other", "other.id", "model_switch.answered_by")
    .where("model_switch.project_id", "=", projectId)
    .selectAll("model_switch").select(["membership.display_name", "membership.user_id", "other.display_name as other_name"])
    .orderBy("model_switch.proposed_at", "desc").orderBy("model_switch.id");
}

function fromRow(row: Awaited<ReturnType<ReturnType<typeof switches>["execute"]>>[number]): StoredSwitch {
  // half an answer is read as it stands, so that its hash tells
  const reply = row.answer === null ? null : {
    answer: row.answer, reason: row.answer_reason, answeredBy: row.answered_by as StoredSwitch["proposedBy"], answeredByRole: row.answered_by_role as Role,
    answeredAt: row.answered_at as StoredSwitch["proposedAt"], answeredByName: row.other_name ?? "",
    proof: proofIn({ proof_method: row.answer_proof_method, proved_at: row.answer_proved_at }), previewHash: row.answer === "confirmed" ? row.preview_hash : null,
  };
  return {
    id: row.id, from: row.from_model, to: row.to_model, reason: row.reason, proposedBy: row.proposed_by, proposedByName: row.display_name, proposedByUser: row.user_id,
    proposedByRole: row.proposed_by_role, proposedAt: row.proposed_at, proof: proofIn(row) as Proof, previewHash: row.preview_hash, reply,
  };
}
