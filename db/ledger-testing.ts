// Documents without a word in them, for tests of their logs.
import { sql } from "kysely";
import type { DocumentId, ProjectId, UserId } from "../app/domain/ids";
import type { Instant } from "../app/domain/time";
import type { Edit } from "./document-log";
import type { TestDatabase } from "./testing";

export const longAgo = "2026-01-01T00:00:00.000Z" as Instant;
export const author = "u1" as UserId;

/** `d1`, `d2` … in one project, and the author of their edits. */
export async function emptyDocuments({ db, kind }: TestDatabase, count: number): Promise<DocumentId[]> {
  await sql`insert into "user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
    values (${author}, 'Forelder A', 'a@solknatten.example', ${kind === "postgres" ? sql`true` : sql`1`}, ${longAgo}, ${longAgo})`.execute(db);
  const projectId = "p1" as ProjectId;
  await db
    .insertInto("project")
    .values({ id: projectId, name: "Solknatten", municipality: "Drammen", model: "municipalLed", home_count: 10, move_in_day: null, founded_by: author, created_at: longAgo })
    .execute();
  const ids = Array.from({ length: count }, (_, index) => `d${index + 1}` as DocumentId);
  for (const id of ids) await db.insertInto("document").values({ id, project_id: projectId, kind: "plan", title: "Plan", created_at: longAgo, head: 0 }).execute();
  return ids;
}

/** One edit for each word, its bytes the word's own. */
export function editsOf(...words: string[]): Edit[] {
  return words.map((word) => ({ bytes: Buffer.from(word), authorId: author }));
}

export function wordsOf(edits: readonly Edit[]): string[] {
  return edits.map((edit) => Buffer.from(edit.bytes).toString());
}
