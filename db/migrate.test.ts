// Migrations: from nothing to the head on both databases, twice without harm, and never onto a newer database.
import { sql, type Kysely } from "kysely";
import { describe, expect, test } from "vitest";
import type { DocumentId } from "../app/domain/ids";
import { readStored } from "./document-log";
import { emptyDocuments, longAgo } from "./ledger-testing";
import { DatabaseIsNewer, isAtHead, migrate, migrations } from "./migrate";
import { freshDatabase, testDatabases } from "./testing";

describe.each(testDatabases)("%s", (kind) => {
  test("an empty database is brought to the head, and a second run does nothing", async () => {
    const database = await freshDatabase(kind, { migrated: false });
    expect(await migrate(database)).toEqual(migrations.map((each) => each.name));
    expect(await migrate(database)).toEqual([]);
    expect(await isAtHead(database)).toBe(true);
    await database.close();
  });

  test("a database with a migration this code does not know is refused", async () => {
    const database = await freshDatabase(kind);
    await sql`insert into migration (name, applied_at) values ('9999-tomorrow', '2030-01-01')`.execute(database.db);
    await expect(migrate(database)).rejects.toBeInstanceOf(DatabaseIsNewer);
    await database.close();
  });

  test("a snapshot from before deletions were kept is read without them", async () => {
    const database = await freshDatabase(kind, { migrated: false });
    const { db } = database;
    await sql`create table migration (name text not null primary key, applied_at text not null)`.execute(db);
    for (const { name, up } of migrations.slice(0, 2)) {
      await up(db as unknown as Kysely<never>);
      await sql`insert into migration (name, applied_at) values (${name}, '2026-01-01')`.execute(db);
    }
    const [id] = (await emptyDocuments(database, 1)) as [DocumentId];
    const bytes = Buffer.from("state");
    await sql`insert into document_snapshot (document_id, seq, bytes, state_vector, made_at) values (${id}, 3, ${bytes}, ${bytes}, ${longAgo})`.execute(db);
    expect((await migrate(database))[0]).toBe("0003-deletions");
    expect(await readStored(db, id)).toEqual({ snapshot: { seq: 3, bytes, stateVector: bytes, deletions: null }, edits: [], head: 3 });
    await database.close();
  });
});
