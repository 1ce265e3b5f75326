// The log is made short while people are still in the document: a page left open overnight must not make every other page slow.
import { afterEach, describe, expect, test } from "vitest";
import { readStored } from "../../db/document-log";
import { testDatabases } from "../../db/testing";
import { client, closeDoors, openDoor, synced, until, wordsOf } from "./door-testing";
import { replay } from "./replay";
import { liveHouse } from "./testing";

afterEach(closeDoors);

describe.each(testDatabases)("on %s", (kind) => {
  async function twoWriting(quietMs: number, letters: number) {
    const { house } = await openDoor(await liveHouse(kind), quietMs).then(async (open) => {
      const [one, two] = [client(open, await open.house.join("Forelder A", "parent")), client(open, await open.house.join("Koordinator", "coordinator"))];
      await Promise.all([synced(one), synced(two)]);
      for (let letter = 0; letter < letters; letter += 1) {
        (letter % 2 ? one : two).doc.getText("words").insert(0, "x");
        if (letter % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
      await until(() => wordsOf(one.doc).length === letters && wordsOf(two.doc).length === letters, "every letter", 20_000);
      return open;
    });
    return { stored: () => readStored(house.database.db, house.documentId), said: house.said };
  }

  test("[D13] while writing goes on and on", async () => {
    const { stored, said } = await twoWriting(60_000, 2_500);
    await until(async () => (await stored()).edits.length < 2_000, "a shorter log");
    expect(wordsOf(replay(await stored()))).toBe("x".repeat(2_500));
    expect(said.filter((each) => each.level !== "info")).toEqual([]);
  });

  test("[D13] in a quiet moment", async () => {
    const { stored } = await twoWriting(100, 200);
    await until(async () => (await stored()).edits.length < 10, "a short log");
    expect(wordsOf(replay(await stored()))).toBe("x".repeat(200));
  });
});
