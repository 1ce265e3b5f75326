// A financing plan is begun once, by those who keep the economy; who may not read it is told that nothing is there.
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { FinancingContent } from "../../app/domain/documents/financing/content";
import { changed, fin1 } from "../../app/domain/documents/financing/testing";
import { roles } from "../../app/domain/membership";
import { levelOf } from "../../app/domain/permission";
import { listDocuments } from "../../db/document";
import { appendEdits, readStored } from "../../db/document-log";
import { findMilestone } from "../../db/milestone";
import { listVersions } from "../../db/version";
import { testDatabases } from "../../db/testing";
import { inTransaction } from "../../db/transaction";
import { listEntries } from "../../db/journal";
import { startDocument } from "../sync/freeze";
import { writeKind } from "../sync/kind-content";
import { replay } from "../sync/replay";
import { heard, liveHouse } from "../sync/testing";
import { economyPage } from "../views/economy";
import { financingGround } from "../views/financing-ground";
import { layOutMilestones } from "./lay-out-milestones";
import { submitMilestone } from "./submit-milestone";
import { startFinancing } from "./start-financing";

describe.each(testDatabases)("on %s", (kind) => {
  test("[F48] two who begin at once begin the same, and it is in the journal once", async () => {
    const house = await liveHouse(kind);
    const [one, other] = [await house.join("Leder", "board"), await house.join("Forretningsfører", "businessManager")];
    const { projectId, office } = house;
    const begun = await Promise.all([startFinancing(office, one, { projectId }), startFinancing(office, other, { projectId }), startFinancing(office, one, { projectId })]);
    expect(new Set(begun.map((each) => each.ok && each.value)).size).toBe(1);
    expect((await listDocuments(house.database.db, projectId)).filter((each) => each.kind === "financing")).toHaveLength(1);
    const entries = await listEntries(house.database.db, projectId, 50, null);
    expect(entries.filter(({ entry }) => entry.kind === "documentStarted" && entry.documentKind === "financing")).toHaveLength(1);
    await house.database.close();
  });

  test("[F22] a plan with something that must be put right is not submitted, and nothing is left behind; put right, it is", async () => {
    const house = await liveHouse(kind);
    const { projectId, office, database: { db } } = house;
    const board = await house.join("Leder", "board");
    const founder = { userId: board.userId, membershipId: null, displayName: "Leder", role: "administrator" } as const;
    await inTransaction(db, (tx) => layOutMilestones(tx, office, founder, { id: projectId, model: "municipalLed" }));
    const begun = await startFinancing(office, board, { projectId });
    if (!begun.ok) throw new Error(begun.refusal.code);
    const write = (content: FinancingContent) => inTransaction(db, async (tx) => {
      const doc = replay(await readStored(tx, begun.value));
      const before = Y.encodeStateVector(doc);
      writeKind("financing", doc, content);
      await appendEdits(tx, begun.value, [{ bytes: Y.encodeStateAsUpdate(doc, before), authorId: board.userId }], office.now());
    });
    const send = () => submitMilestone(office, board, { projectId, code: "M15", documentIds: [begun.value], voice: heard, note: "" });
    for (const broken of [changed(fin1, "sources", "saved", { amount: "1" }), changed(fin1, "uses", "land", { amount: "mye" }), changed(fin1, "units", "u9", { debt: "151200000" })]) {
      await write(broken);
      expect(await send()).toMatchObject({ ok: false, refusal: { code: "financingBroken" } });
    }
    expect((await findMilestone(db, projectId, "M15"))?.state).toBe("notStarted");
    expect(await listVersions(db, projectId, begun.value)).toHaveLength(1);
    // a warning is no error
    await write({ ...fin1, operating: fin1.operating.filter((row) => row.kind !== "maintenance") });
    expect(await send()).toMatchObject({ ok: true });
    await house.database.close();
  });

  test("[F48, X1] every role: who may edit begins it, who may read reads it, and to everybody else it is not there", async () => {
    const house = await liveHouse(kind);
    const { projectId, office, database: { db } } = house;
    const founder = await house.join("Leder", "board");
    const startedBy = { userId: founder.userId, membershipId: null, displayName: "Leder", role: "administrator" } as const;
    await inTransaction(db, (tx) => startDocument(tx, office, { projectId, kind: "financing", title: "Finansieringsplan", content: fin1, startedBy }));
    for (const role of roles) {
      const visitor = await house.join(`En ${role}`, role);
      const level = levelOf(role, "groupEconomy");
      const mayRead = level === "read" || level === "comment" || level === "edit";
      const [started, page, ground] = [await startFinancing(office, visitor, { projectId }), await economyPage(office, visitor, { projectId }), await financingGround(office, visitor, { projectId })];
      expect(started.ok ? "begun" : started.refusal.code, role).toBe(level === "edit" ? "begun" : mayRead ? "notAllowed" : "notFound");
      expect([page.ok, ground.ok], role).toEqual([mayRead, mayRead]);
      if (page.ok) expect(page.value).toMatchObject({ mayEdit: level === "edit", plan: { findings: [], figures: { balance: 0n } } });
      else expect(page.refusal.code, role).toBe("notFound");
    }
    for (const nobody of [null, { ...founder, userId: "somebody else" as typeof founder.userId }]) {
      const page = await economyPage(office, nobody, { projectId });
      expect(page.ok ? "ok" : page.refusal.code).toBe(nobody ? "notFound" : "signInNeeded");
    }
    await house.database.close();
  });
});
