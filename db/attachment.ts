// Attachments of milestones: the rows; their bytes lie in the file store. A row is added, and once it may be marked as taken away.
import type { Attachment, EvidenceType, FileKind } from "../app/domain/attachment";
import type { AttachmentId, Hash, MembershipId, MilestoneId, ProjectId } from "../app/domain/ids";
import type { Instant } from "../app/domain/time";
import { asked } from "./asked";
import type { Db } from "./connect";
import { textHash } from "./hash";
import type { Row } from "./schema";
import type { Tx } from "./transaction";

export type StoredAttachment = Attachment & { readonly milestoneId: MilestoneId; /** It went along with a submission. */ readonly submitted: boolean; readonly purgedAt: Instant | null };

export type NewAttachment = {
  readonly id: AttachmentId; readonly milestoneId: MilestoneId; readonly type: EvidenceType; readonly name: string; readonly kind: FileKind; readonly hash: Hash;
  readonly byteCount: number; readonly placeKnownAt: Instant | null; readonly addedBy: MembershipId; readonly addedAt: Instant;
};

/** [P34] What the journal keeps of the words. */
export const nameHash = (name: string) => textHash({ name });
export const reasonHash = (reason: string) => textHash({ reason });

/** Answers its number. The milestone must be held, so that two get two numbers. */
export async function addAttachment(db: Tx, projectId: ProjectId, added: NewAttachment): Promise<number> {
  const last = await db.selectFrom("attachment").where("milestone_id", "=", added.milestoneId).orderBy("number", "desc").select("number").limit(1).executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await db
    .insertInto("attachment")
    .values({
      id: added.id, project_id: projectId, milestone_id: added.milestoneId, number, type: added.type, name: added.name, kind: added.kind, hash: added.hash,
      byte_count: added.byteCount, place_known_at: added.placeKnownAt, added_by: added.addedBy, added_at: added.addedAt, removed_at: null, removed_by: null,
      removed_reason: null, replaced_by: null, purged_at: null,
    })
    .execute();
  return number;
}

/** False when it was taken away already. */
export async function removeAttachment(db: Tx, projectId: ProjectId, id: AttachmentId, by: MembershipId, at: Instant, reason: string, replacedBy: AttachmentId | null): Promise<boolean> {
  const done = await db
    .updateTable("attachment").set({ removed_at: at, removed_by: by, removed_reason: reason, replaced_by: replacedBy })
    .where("id", "=", id).where("project_id", "=", projectId).where("removed_at", "is", null).executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

const attachmentsOf = asked((db, projectId: string) =>
  db
    .selectFrom("attachment")
    .innerJoin("membership", "membership.id", "attachment.added_by").leftJoin("membership as remover", "remover.id", "attachment.removed_by")
    .leftJoin("attachment as later", "later.id", "attachment.replaced_by")
    .where("attachment.project_id", "=", projectId as ProjectId)
    .selectAll("attachment")
    .select(["membership.display_name", "membership.user_id", "membership.role", "remover.display_name as remover_name", "remover.role as remover_role", "later.number as later_number"])
    .select((eb) => eb.exists(eb.selectFrom("submission_file").whereRef("submission_file.attachment_id", "=", "attachment.id").select(eb.lit(1).as("one"))).as("submitted"))
    .orderBy("attachment.milestone_id").orderBy("attachment.number"),
);

/** Every attachment of the project, those taken away among them, by milestone and number: one query. */
export async function listAttachments(db: Db | Tx, projectId: ProjectId): Promise<StoredAttachment[]> {
  return (await attachmentsOf(db, projectId)).map(fromRow);
}

/** How many bytes the project has: what may be deleted is not counted. */
export async function countBytes(db: Db | Tx, projectId: ProjectId): Promise<number> {
  const row = await db
    .selectFrom("attachment").where("project_id", "=", projectId).where("purged_at", "is", null).select((eb) => eb.fn.sum<number>("byte_count").as("bytes")).executeTakeFirst();
  return Number(row?.bytes ?? 0);
}

/** Those of the hashes whose bytes somebody has. */
export async function listKnownHashes(db: Db | Tx, hashes: readonly Hash[]): Promise<Set<Hash>> {
  if (hashes.length === 0) return new Set();
  const rows = await db.selectFrom("attachment").where("hash", "in", hashes).where("purged_at", "is", null).select("hash").distinct().execute();
  return new Set(rows.map((row) => row.hash));
}

/** [E8] What was taken away before that moment and never sent in may be deleted from now on. */
export async function purgeRemoved(db: Db | Tx, before: Instant, now: Instant): Promise<void> {
  await db
    .updateTable("attachment").set({ purged_at: now }).where("removed_at", "<", before).where("purged_at", "is", null)
    .where((eb) => eb.not(eb.exists(eb.selectFrom("submission_file").whereRef("submission_file.attachment_id", "=", "attachment.id").select(eb.lit(1).as("one")))))
    .execute();
}

type AttachmentRow = Row<"attachment"> & Pick<Row<"membership">, "display_name" | "user_id" | "role"> & {
  readonly remover_name: string | null; readonly remover_role: Row<"membership">["role"] | null; readonly later_number: number | null; readonly submitted: unknown;
};

function fromRow(row: AttachmentRow): StoredAttachment {
  return {
    id: row.id, milestoneId: row.milestone_id, number: row.number, type: row.type, name: row.name, kind: row.kind, hash: row.hash, byteCount: row.byte_count,
    hasPlace: row.place_known_at !== null, addedAt: row.added_at, submitted: Boolean(row.submitted), purgedAt: row.purged_at,
    addedBy: { membershipId: row.added_by, userId: row.user_id, name: row.display_name, role: row.role },
    removed: row.removed_at === null ? null : {
      at: row.removed_at, byName: row.remover_name ?? "", byRole: row.remover_role ?? row.role, reason: row.removed_reason ?? "", replacedBy: row.later_number,
    },
  };
}
