// Tables in a living document: what is written is read, edits meet without loss, and nothing a client writes there makes reading fail.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { financingShapes } from "../../app/domain/documents/financing/kind";
import { emptyFinancing, type FinancingContent } from "../../app/domain/documents/financing/content";
import { figuresOf } from "../../app/domain/documents/financing/figures";
import { monthOf } from "../../app/domain/documents/financing/monthly";
import { readPlan } from "../../app/domain/documents/financing/reading";
import { anyContent, fin1, fin1Ground, kroner } from "../../app/domain/documents/financing/testing";
import { canonicalJson } from "../../app/domain/documents/canonical";
import { goneField, mostRows, rootOf } from "../../app/domain/documents/tables";
import { appendEdits, readStored } from "../../db/document-log";
import { testDatabases } from "../../db/testing";
import { inTransaction } from "../../db/transaction";
import { listVersions } from "../../db/version";
import { bringBackVersion } from "../acts/bring-back-version";
import { proveContents } from "../proof/prove-content";
import { documentPage } from "../views/document";
import { contentNow, startDocument } from "./freeze";
import { readKind, writeKind } from "./kind-content";
import { replay } from "./replay";
import { writeTables } from "./table-content";
import { liveHouse } from "./testing";

const seed = Number(process.env.SEED ?? Date.now() % 1e9);
console.info(`tables: seed ${seed}`);

const read = (doc: Y.Doc) => readKind("financing", doc) as FinancingContent;
const write = (doc: Y.Doc, content: FinancingContent) => writeTables(doc, financingShapes, content, "test");
function docWith(content: FinancingContent): Y.Doc {
  const doc = new Y.Doc();
  write(doc, content);
  return doc;
}
function twin(doc: Y.Doc): Y.Doc {
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  return other;
}
function meet(...docs: Y.Doc[]): void {
  for (const from of docs) for (const to of docs) if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
}
const row = (doc: Y.Doc, table: string, id: string) => doc.getMap(rootOf(table)).get(id) as Y.Map<unknown>;

test("[D31] what is written is what is read, and any content turns into any other by a forward edit", () => {
  fc.assert(fc.property(anyContent, anyContent, (one, other) => {
    const doc = docWith(one);
    expect(read(doc)).toEqual(one);
    write(doc, other);
    expect(read(doc)).toEqual(other);
    write(doc, one);
    expect(read(doc)).toEqual(one);
  }), { seed, numRuns: 200 });
});

test("[D31] what is already so is not touched; rows in another order are moved and nothing else", () => {
  fc.assert(fc.property(anyContent, (content) => {
    const doc = docWith(content);
    let updates = 0;
    doc.on("update", () => (updates += 1));
    write(doc, content);
    expect(updates).toBe(0);
    const turned = { ...content, uses: [...content.uses].reverse() };
    write(doc, turned);
    expect(read(doc)).toEqual(turned);
  }), { seed, numRuns: 200 });
});

test("[D30] two people in different cells of one row both get their way; in the same cell one of the two, the same for all", () => {
  const [one, other] = [docWith(fin1), new Y.Doc()];
  meet(one, other);
  row(one, "uses", "land").set("amount", kroner(4_100_000));
  row(other, "uses", "land").set("note", "Avtalt pris");
  row(one, "uses", "fees").set("amount", kroner(1));
  row(other, "uses", "fees").set("amount", kroner(2));
  meet(one, other);
  expect(read(one)).toEqual(read(other));
  expect(read(one).uses[0]).toMatchObject({ amount: kroner(4_100_000), note: "Avtalt pris" });
  expect([kroner(1), kroner(2)]).toContain(read(one).uses[4]?.amount);
});

test("[D32] a row taken away while somebody types in it can be brought back with what was typed", () => {
  const [one, other] = [docWith(fin1), new Y.Doc()];
  meet(one, other);
  write(one, { ...fin1, uses: fin1.uses.filter((each) => each.id !== "land") });
  row(other, "uses", "land").set("note", "Vent litt");
  meet(one, other);
  expect(read(other).uses.some((each) => each.id === "land")).toBe(false);
  row(other, "uses", "land").delete(goneField);
  expect(read(other).uses[0]).toMatchObject({ id: "land", note: "Vent litt" });
});

test("[D30] whatever several people do at once, all end with the same content, in the same order, with the same figures", () => {
  const act = fc.record({ who: fc.nat(2), what: fc.constantFrom("cell", "add", "take", "turn", "meet"), table: fc.constantFrom("uses", "units", "loans"), at: fc.nat(30), text: fc.constantFrom("1", "5000", "A03", "yes", "annuity", "?") });
  fc.assert(fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
    const docs = [docWith(fin1), new Y.Doc(), new Y.Doc()];
    meet(...docs);
    acts.forEach(({ who, what, table, at, text }, step) => {
      const doc = docs[who] ?? new Y.Doc();
      const content = read(doc);
      const rows = content[table as "uses"];
      const aim = rows[at % Math.max(1, rows.length)];
      if (what === "meet") meet(...docs);
      else if (what === "add") write(doc, { ...content, [table]: [...rows.slice(0, at), { id: `new-${who}-${step}`, amount: text }, ...rows.slice(at)] });
      else if (what === "turn") write(doc, { ...content, [table]: [...rows].reverse() });
      else if (aim && what === "take") write(doc, { ...content, [table]: rows.filter((each) => each !== aim) });
      else if (aim) row(doc, table, aim.id).set("amount", text);
    });
    meet(...docs);
    const texts = docs.map((doc) => canonicalJson(read(doc)));
    expect(new Set(texts).size).toBe(1);
    const plan = readPlan(read(docs[0] ?? new Y.Doc()));
    const figures = figuresOf(plan, fin1Ground);
    expect(monthOf(plan, figures, 1).units.reduce((sum, unit) => sum + unit.total, 0n)).toBe(monthOf(plan, figures, 1).whole.total);
  }), { seed, numRuns: 120 });
});

test("[D33] reading changes nothing and never fails, whatever a client has written there", () => {
  const doc = docWith(fin1);
  doc.getMap(rootOf("uses")).set("a-text", "no row");
  doc.getMap(rootOf("uses")).set("bad id!", new Y.Map([["amount", "5"]]));
  row(doc, "uses", "land").set("amount", 5 as unknown as string);
  row(doc, "uses", "land").set("strange", "column");
  row(doc, "units", "u1").set("pos", 7);
  row(doc, "loans", "joint").set("name", new Y.Map());
  for (let at = 0; at < mostRows + 20; at++) doc.getMap(rootOf("operating")).set(`r${at}`, new Y.Map([["pos", `z${at}`]]));
  const before = Y.encodeStateAsUpdate(doc);
  const content = read(twin(doc));
  expect(content.uses).toHaveLength(fin1.uses.length);
  expect(content.uses[0]?.amount).toBeUndefined();
  expect(content.units).toHaveLength(10);
  expect(content.operating).toHaveLength(mostRows);
  read(doc);
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  expect(read(new Y.Doc())).toEqual(emptyFinancing);
});

describe.each(testDatabases)("on %s", (kind) => {
  test("[D1, D9, P35, D22] a financing plan is stored, frozen, brought back, proven, and read by those who may", async () => {
    const house = await liveHouse(kind);
    const { db } = house.database;
    const board = await house.join("Leder", "board");
    const startedBy = { userId: board.userId, membershipId: null, displayName: "Leder", role: "administrator" } as const;
    const documentId = await inTransaction(db, (tx) => startDocument(tx, house.office, { projectId: house.projectId, kind: "financing", title: "Finansieringsplan", content: fin1, startedBy }));
    const first = await contentNow(db, documentId);
    expect(first).toMatchObject({ ok: true, value: { content: fin1 } });
    await inTransaction(db, async (tx) => {
      const doc = replay(await readStored(tx, documentId));
      const before = Y.encodeStateVector(doc);
      writeKind("financing", doc, { ...fin1, uses: [] });
      await appendEdits(tx, documentId, [{ bytes: Y.encodeStateAsUpdate(doc, before), authorId: board.userId }], house.office.now());
    });
    expect(await contentNow(db, documentId)).toMatchObject({ ok: true, value: { content: { ...fin1, uses: [] } } });
    expect(await bringBackVersion(house.office, board, { projectId: house.projectId, documentId, number: 1 })).toMatchObject({ ok: true });
    const now = await contentNow(db, documentId);
    expect(now.ok && first.ok && now.value.hash === first.value.hash).toBe(true);
    expect((await listVersions(db, house.projectId, documentId)).map((each) => each.reason)).toEqual(["broughtBack", "automatic", "automatic"]);
    expect((await proveContents(db, house.projectId)).findings).toEqual([]);
    // a parent reads it as a text; one whose role may see nothing of the group's economy is told that nothing is there
    const page = await documentPage(house.office, await house.join("Forelder A", "parent"), { projectId: house.projectId, documentId });
    expect(page).toMatchObject({ ok: true, value: { mayEdit: false, text: { shown: "now" } } });
    expect(JSON.stringify(page)).toContain("26\u00a0000\u00a0000\u00a0kr");
    expect(await documentPage(house.office, await house.join("Observatør", "observer"), { projectId: house.projectId, documentId })).toMatchObject({ ok: false, refusal: { code: "notFound" } });
    await house.database.close();
  });
});
