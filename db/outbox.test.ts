// How many letters wait, and since when: only those that are still to be sent.
import { expect, test } from "vitest";
import { instantOf } from "../app/domain/time";
import { addLetter, markSent, markUnsent } from "./letter";
import { howTheOutboxStands } from "./outbox";
import { freshDatabase, testDatabases } from "./testing";

test.each(testDatabases)("[O13] letters that wait are counted, those sent or given up are not (%s)", async (kind) => {
  const { db, close } = await freshDatabase(kind);
  const at = (second: number) => instantOf(new Date(Date.UTC(2026, 0, 1, 12, 0, second)));
  expect(await howTheOutboxStands(db, at(0))).toEqual({ waiting: 0, oldestSeconds: 0 });
  for (const second of [0, 10, 20, 30]) await addLetter(db, at(second), { id: `letter-${second}`, to: "forelder@example.no", subject: "s", body: "b", messageId: `<${second}@example.no>` });
  await markSent(db, "letter-0", at(31));
  await markUnsent(db, { id: "letter-10", attempts: 0 }, null);
  await markUnsent(db, { id: "letter-30", attempts: 0 }, at(90));
  expect(await howTheOutboxStands(db, at(50))).toEqual({ waiting: 2, oldestSeconds: 30 });
  await close();
});
