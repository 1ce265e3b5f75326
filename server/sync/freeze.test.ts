// Content now, freezing, naming and bringing back, on both databases.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { emptyPlan } from "../../app/domain/documents/plan/template";
import { tidyDocument } from "../../app/domain/documents/testing";
import type { RichText } from "../../app/domain/documents/rich-text";
import { appendEdits, readStored, shortenLog } from "../../db/document-log";
import { findBrokenLink, listEntries } from "../../db/journal";
import { testDatabases } from "../../db/testing";
import { inTransaction } from "../../db/transaction";
import { findVersion, listVersions } from "../../db/version";
import { bringBackVersion } from "../acts/bring-back-version";
import { nameVersion } from "../acts/name-version";
import { writeContent } from "./content";
import { contentNow, freeze } from "./freeze";
import { replay } from "./replay";
import { liveHouse, type LiveHouse } from "./testing";

const saying = (text: string): RichText => ({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] });

async function rewrite({ database, documentId, office }: LiveHouse, content: RichText): Promise<void> {
  await inTransaction(database.db, async (db) => {
    const doc = replay(await readStored(db, documentId));
    const before = Y.encodeStateVector(doc);
    writeContent(doc, content);
    await appendEdits(db, documentId, [{ bytes: Y.encodeStateAsUpdate(doc, before), authorId: null }], office.now());
  });
}

async function nowIn(house: LiveHouse) {
  const now = await contentNow(house.database.db, house.documentId);
  if (!now.ok) throw new Error(now.refusal.code);
  return now.value;
}

describe.each(testDatabases)("on %s", (kind) => {
  test("[D1] a document starts with its template as version 1", async () => {
    const house = await liveHouse(kind);
    const now = await nowIn(house);
    expect(now.content).toEqual(emptyPlan("nb"));
    expect(await listVersions(house.database.db, house.projectId, house.documentId)).toMatchObject([{ number: 1, reason: "automatic", hash: now.hash }]);
    await house.database.close();
  });

  test("[D3] the hash follows the content: there and back again is the same hash, whatever the log holds", async () => {
    const house = await liveHouse(kind);
    const first = await nowIn(house);
    await rewrite(house, saying("Noe annet"));
    const second = await nowIn(house);
    expect(second.hash).not.toBe(first.hash);
    expect(second.content).toEqual(saying("Noe annet"));
    await rewrite(house, first.content as RichText);
    const third = await nowIn(house);
    expect(third).toEqual({ ...first, seq: 3 });
    expect(await nowIn(house)).toEqual(third);
    await house.database.close();
  });

  test("[D3] random edits, shortened logs and all: what is read is what was written", async () => {
    const house = await liveHouse(kind);
    const { db } = house.database;
    await fc.assert(
      fc.asyncProperty(tidyDocument, fc.boolean(), async (content, shorten) => {
        await rewrite(house, content);
        if (shorten) {
          const stored = await readStored(db, house.documentId);
          const doc = replay(stored);
          const snapshot = { seq: stored.head, bytes: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc), deletions: null };
          await inTransaction(db, (tx) => shortenLog(tx, house.documentId, snapshot, house.office.now()));
        }
        expect((await nowIn(house)).content).toEqual(content);
      }),
      { numRuns: 40 },
    );
    await house.database.close();
  });

  test("[D8] a document that waits for parts of an edit cannot be frozen, named or brought back", async () => {
    const house = await liveHouse(kind);
    const { db } = house.database;
    const parent = await house.join("Forelder A", "parent");
    const other = new Y.Doc();
    other.getText("x").insert(0, "a");
    const known = Y.encodeStateVector(other);
    other.getText("x").insert(1, "b");
    await inTransaction(db, (tx) => appendEdits(tx, house.documentId, [{ bytes: Y.encodeStateAsUpdate(other, known), authorId: null }], house.office.now()));
    const where = { projectId: house.projectId, documentId: house.documentId };
    const incomplete = { ok: false, refusal: { code: "contentIncomplete" } };
    expect(await contentNow(db, house.documentId)).toEqual(incomplete);
    expect(await nameVersion(house.office, parent, { ...where, name: "Utkast" })).toEqual(incomplete);
    expect(await bringBackVersion(house.office, parent, { ...where, number: 1 })).toEqual(incomplete);
    await house.database.close();
  });

  test("[D8] naming makes a version; submitting the same again makes none", async () => {
    const house = await liveHouse(kind);
    const where = { projectId: house.projectId, documentId: house.documentId };
    const parent = await house.join("Forelder A", "parent");
    const reader = await house.join("Tjenesteleder", "careLead");
    const stranger = { ...parent, userId: reader.sessionId as never };
    expect(await nameVersion(house.office, parent, { ...where, name: "  Utkast \n 2 " })).toMatchObject({ ok: true, value: { number: 2, name: "Utkast 2", reason: "named", madeBy: parent.userId } });
    expect(await nameVersion(house.office, parent, { ...where, name: " " })).toMatchObject({ refusal: { code: "invalidInput", fields: { name: "required" } } });
    expect(await nameVersion(house.office, parent, { ...where, name: "x".repeat(121) })).toMatchObject({ refusal: { fields: { name: "tooLong" } } });
    expect(await nameVersion(house.office, reader, { ...where, name: "Mitt" })).toEqual({ ok: false, refusal: { code: "notAllowed" } });
    expect(await nameVersion(house.office, stranger, { ...where, name: "Mitt" })).toEqual({ ok: false, refusal: { code: "notFound" } });
    expect(await nameVersion(house.office, null, { ...where, name: "Mitt" })).toEqual({ ok: false, refusal: { code: "signInNeeded" } });
    const submitted = await inTransaction(house.database.db, (db) => freeze(db, house.office, { ...where, reason: "submitted", name: null, madeBy: null }));
    expect(submitted).toMatchObject({ ok: true, value: { number: 2 } });
    await house.database.close();
  });

  test("[D8] versions made at the same moment get different numbers", async () => {
    const house = await liveHouse(kind);
    const where = { projectId: house.projectId, documentId: house.documentId };
    const parent = await house.join("Forelder A", "parent");
    const made = await Promise.all(Array.from({ length: 6 }, (_, index) => nameVersion(house.office, parent, { ...where, name: `Navn ${index}` })));
    expect(made.map((each) => (each.ok ? each.value.number : 0)).sort()).toEqual([2, 3, 4, 5, 6, 7]);
    expect(await findBrokenLink(house.database.db, house.projectId)).toBeNull();
    await house.database.close();
  });

  test("[D9] an old version is brought back as a new edit, and the journal says from which", async () => {
    const house = await liveHouse(kind);
    const where = { projectId: house.projectId, documentId: house.documentId };
    const parent = await house.join("Forelder A", "parent");
    const notices: string[] = [];
    house.office.bulletin.subscribe((notice) => notices.push(notice.kind));
    expect(await bringBackVersion(house.office, parent, { ...where, number: 1 })).toEqual({ ok: false, refusal: { code: "nothingToRestore" } });
    await rewrite(house, saying("Alt er borte"));
    const back = await bringBackVersion(house.office, parent, { ...where, number: 1 });
    expect(back).toMatchObject({ ok: true, value: { number: 3, reason: "broughtBack" } });
    // what it said until then is a version too
    const kept = await findVersion(house.database.db, house.projectId, house.documentId, 2);
    expect(JSON.parse(kept?.content ?? "null")).toEqual(saying("Alt er borte"));
    expect((await nowIn(house)).content).toEqual(emptyPlan("nb"));
    expect(notices).toEqual(["documentWritten"]);
    const [entry] = await listEntries(house.database.db, house.projectId, 1, null);
    expect(entry?.entry).toMatchObject({ kind: "versionBroughtBack", from: 1, number: 3 });
    expect(await bringBackVersion(house.office, parent, { ...where, number: 9 })).toEqual({ ok: false, refusal: { code: "notFound" } });
    const frozen = await findVersion(house.database.db, house.projectId, house.documentId, 3);
    expect(JSON.parse(frozen?.content ?? "null")).toEqual(emptyPlan("nb"));
    await house.database.close();
  });
});
