// Migrations: from nothing to the head on both databases, twice without harm, and never onto a newer database.
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
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
});
