// The journal's chain: appended in line, and any tampering with any column is found.
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import type { ProjectId, UserId } from "../app/domain/ids";
import type { Instant } from "../app/domain/time";
import { appendEntry, findBrokenLink, listEntries } from "./journal";
import { freshDatabase, testDatabases, type TestDatabase } from "./testing";
import { inTransaction } from "./transaction";

const projectId = "p1" as ProjectId;
const actor = { userId: "u1" as UserId, membershipId: null, displayName: "Koordinator", role: "coordinator" } as const;

async function projectIn({ db }: TestDatabase): Promise<void> {
  await sql`insert into "user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
    values ('u1', 'Koordinator', 'k@solknatten.example', ${db.getExecutor().adapter.supportsTransactionalDdl ? sql`true` : sql`1`}, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')`.execute(db);
  await db
    .insertInto("project")
    .values({
      id: projectId, name: "Solknatten", municipality: "Drammen", model: "municipalLed", home_count: 10, move_in_day: null,
      founded_by: actor.userId, created_at: "2026-01-01T00:00:00.000Z" as Instant,
    })
    .execute();
}

function write(database: TestDatabase, count: number) {
  return Promise.all(
    Array.from({ length: count }, (_, index) =>
      inTransaction(database.db, (db) =>
        appendEntry(db, projectId, `2026-01-01T00:00:00.${String(index).padStart(3, "0")}Z` as Instant, actor, {
          kind: "projectFounded", name: `æøå ${index}`, model: "municipalLed",
        }),
      ),
    ),
  );
}

describe.each(testDatabases)("[P2] the journal on %s", (kind) => {
  test("twenty at once become one unbroken chain without gaps", async () => {
    const database = await freshDatabase(kind);
    await projectIn(database);
    await write(database, 20);
    const rows = await listEntries(database.db, projectId, 50, null);
    expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 20 }, (_, index) => 20 - index));
    expect(await findBrokenLink(database.db, projectId)).toBeNull();
    await database.close();
  });

  test.each([
    ["a changed entry", sql`update journal set entry = replace(entry, 'municipalLed', 'groupLed') where seq = 3`, 3],
    ["another person", sql`update journal set actor = null where seq = 4`, 4],
    ["another kind", sql`update journal set kind = 'partyJoined' where seq = 3`, 3],
    ["another time", sql`update journal set at = '2025-01-01T00:00:00.000Z' where seq = 2`, 2],
    ["a removed row", sql`delete from journal where seq = 3`, 3],
    ["a new hash for a changed row", sql`update journal set hash = previous where seq = 5`, 5],
    ["two rows that changed places", sql`update journal set seq = case seq when 2 then 103 else 2 end where seq in (2, 3)`, 2],
  ])("finds %s", async (_, tampering, seq) => {
    const database = await freshDatabase(kind);
    await projectIn(database);
    await write(database, 6);
    await tampering.execute(database.db);
    expect(await findBrokenLink(database.db, projectId)).toEqual({ seq });
    await database.close();
  });
});
