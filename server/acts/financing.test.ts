// A financing plan is begun once, by those who keep the economy; who may not read it is told that nothing is there.
import { describe, expect, test } from "vitest";
import { fin1 } from "../../app/domain/documents/financing/fin-1";
import { roles } from "../../app/domain/membership";
import { levelOf } from "../../app/domain/permission";
import { listDocuments } from "../../db/document";
import { testDatabases } from "../../db/testing";
import { inTransaction } from "../../db/transaction";
import { listEntries } from "../../db/journal";
import { startDocument } from "../sync/freeze";
import { liveHouse } from "../sync/testing";
import { economyPage } from "../views/economy";
import { financingGround } from "../views/financing-ground";
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
