// Kept queries answer as those made anew do, whatever they do with their values.
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asked } from "./asked";
import { freshDatabase, testDatabases, type TestDatabase } from "./testing";

describe.each(testDatabases)("kept queries on %s", (kind) => {
  let database: TestDatabase;
  beforeAll(async () => { database = await freshDatabase(kind); });
  afterAll(() => database.close());

  test("a value may come twice, in another order, and beside what never changes", async () => {
    const ask = asked((db, at: string, name: string) =>
      db.selectNoFrom([sql<string>`cast(${name} as text)`.as("name"), sql<string>`cast(${at} as text)`.as("at"), sql<string>`cast(${"same"} as text)`.as("same"), sql<string>`cast(${name} as text)`.as("again")]));
    for (const [at, name] of [["tun", "0001"], ["sam", "0002"], ["\u00e6\u00f8\u00e5 '; --", "same"]] as const) {
      expect(await ask(database.db, at, name)).toEqual([{ name, at, same: "same", again: name }]);
    }
  });

  test("a value left out is a fault at the first use", async () => {
    const ask = asked((db, at: string, _name: string) => db.selectNoFrom([sql<string>`cast(${at} as text)`.as("at")]));
    await expect(ask(database.db, "tun", "0001")).rejects.toThrow("leaves out value 1");
  });

  test("two databases have a text each", async () => {
    const ask = asked((db, name: string) => db.selectNoFrom([sql<string>`cast(${name} as text)`.as("name")]));
    const other = await freshDatabase("sqlite");
    expect([await ask(database.db, "a"), await ask(other.db, "b"), await ask(database.db, "c")]).toEqual([[{ name: "a" }], [{ name: "b" }], [{ name: "c" }]]);
    await other.close();
  });
});
