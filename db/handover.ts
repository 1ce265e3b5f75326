// Hand-overs to the municipality, what went along, and the archives that were given out of them.
import type { Handover, HandoverPart } from "../app/domain/handover";
import type { HandoverId, Hash, ProjectId } from "../app/domain/ids";
import type { Role } from "../app/domain/membership";
import type { Instant } from "../app/domain/time";
import type { Db } from "./connect";
import type { Row } from "./schema";
import type { Tx } from "./transaction";

export type StoredHandover = Handover & {
  readonly parts: readonly HandoverPart[];
  readonly byName: string;
  readonly byRole: Role;
  /** Of the milestone whose submission it was; null for a version by itself. */
  readonly code: string | null;
  readonly archives: readonly HandedArchive[];
};
export type HandedArchive = { readonly hash: Hash; readonly byteCount: number; readonly madeAt: Instant };

/** The project must be held (`lockProject`), so that two do not get one number. */
export async function nextHandoverNumber(db: Tx, projectId: ProjectId): Promise<number> {
  const row = await db.selectFrom("handover").where("project_id", "=", projectId).select((eb) => eb.fn.max("number").as("last")).executeTakeFirst();
  return Number(row?.last ?? 0) + 1;
}

/** The versions must have been read in that project first. */
export async function addHandover(db: Tx, handover: Handover, parts: readonly HandoverPart[]): Promise<void> {
  await db
    .insertInto("handover")
    .values({
      id: handover.id, project_id: handover.projectId, number: handover.number, submission_id: handover.submissionId, title: handover.title,
      public_title: handover.publicTitle, ground: handover.ground, language: handover.language, handed_over_by: handover.handedOverBy,
      handed_over_at: handover.handedOverAt,
    })
    .execute();
  const rows = parts.map((part, position) => ({
    handover_id: handover.id, position, version_id: part.versionId, file_hash: part.versionId === null ? part.hash : null, title: part.title,
  }));
  await db.insertInto("handover_part").values(rows).execute();
}

/** Newest first, with their parts and archives: three queries however many there are. */
export async function listHandovers(db: Db | Tx, projectId: ProjectId): Promise<StoredHandover[]> {
  const handovers = await db
    .selectFrom("handover")
    .innerJoin("membership", "membership.id", "handover.handed_over_by")
    .leftJoin("submission", "submission.id", "handover.submission_id")
    .leftJoin("milestone", "milestone.id", "submission.milestone_id")
    .where("handover.project_id", "=", projectId)
    .selectAll("handover").select(["membership.display_name", "membership.role", "milestone.code"])
    .orderBy("handover.number", "desc").execute();
  const parts = await db
    .selectFrom("handover_part")
    .innerJoin("handover", "handover.id", "handover_part.handover_id")
    .leftJoin("version", "version.id", "handover_part.version_id")
    .leftJoin("document", "document.id", "version.document_id")
    .leftJoin("submission_file", (join) => join.onRef("submission_file.submission_id", "=", "handover.submission_id").onRef("submission_file.hash", "=", "handover_part.file_hash"))
    .leftJoin("attachment", "attachment.id", "submission_file.attachment_id")
    .where("handover.project_id", "=", projectId)
    .selectAll("handover_part").select(["version.hash", "version.number", "version.document_id", "document.kind", "attachment.type as file_type", "attachment.kind as file_kind"])
    .orderBy("handover_part.position").execute();
  const archives = await db
    .selectFrom("handover_archive").innerJoin("handover", "handover.id", "handover_archive.handover_id").where("handover.project_id", "=", projectId)
    .selectAll("handover_archive").orderBy("handover_archive.made_at").execute();
  return handovers.map((row) => ({
    ...fromRow(row), byName: row.display_name, byRole: row.role, code: row.code,
    parts: parts.filter((part) => part.handover_id === row.id).map((part): HandoverPart => ({
      title: part.title, versionId: part.version_id, documentId: part.document_id, documentKind: part.kind, versionNumber: part.number,
      file: part.file_type && part.file_kind ? { type: part.file_type, kind: part.file_kind } : null,
      hash: (part.hash ?? part.file_hash) as Hash,
    })),
    archives: archives.filter((each) => each.handover_id === row.id).map((each) => ({ hash: each.hash, byteCount: each.byte_count, madeAt: each.made_at })),
  }));
}

export async function findHandover(db: Db | Tx, projectId: ProjectId, number: number): Promise<StoredHandover | null> {
  return (await listHandovers(db, projectId)).find((each) => each.number === number) ?? null;
}

/** False when these bytes have been given out before. */
export async function addArchive(db: Tx, handoverId: HandoverId, archive: HandedArchive): Promise<boolean> {
  const added = await db
    .insertInto("handover_archive")
    .values({ handover_id: handoverId, hash: archive.hash, byte_count: archive.byteCount, made_at: archive.madeAt })
    .onConflict((conflict) => conflict.columns(["handover_id", "hash"]).doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

function fromRow(row: Row<"handover">): Handover {
  return {
    id: row.id, projectId: row.project_id, number: row.number, submissionId: row.submission_id, title: row.title, publicTitle: row.public_title,
    ground: row.ground, language: row.language, handedOverBy: row.handed_over_by, handedOverAt: row.handed_over_at,
  };
}
