// What a milestone answers in the municipality's plan: written by those who may, read by those who read it, proven, and taken away again.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Refusal } from "../../app/domain/refusal";
import type { Result } from "../../app/domain/result";
import type { Instant } from "../../app/domain/time";
import { listEntries, readChain } from "../../db/journal";
import { readProofRows } from "../../db/proof-rows";
import { testDatabases } from "../../db/testing";
import { inTransaction } from "../../db/transaction";
import { proveChain } from "../proof/prove-chain";
import { proveRows } from "../proof/prove-rows";
import { liveHouse, type LiveHouse } from "../sync/testing";
import { anchoringForm } from "../views/anchoring-form";
import { milestone } from "../views/milestone";
import type { Visitor } from "../visitor";
import { anchorMilestone, unanchorMilestone } from "./anchor-milestone";
import { layOutMilestones } from "./lay-out-milestones";
import { leaveOutMilestone } from "./leave-out-milestone";
import { writeAnchoring } from "./write-anchoring";

const code = (result: Result<unknown>): "ok" | Refusal["code"] => (result.ok ? "ok" : result.refusal.code);

describe.each(testDatabases)("[M81] a milestone anchored in the plan, on %s", (kind) => {
  let house: LiveHouse;
  let board: Visitor, coordinator: Visitor, parent: Visitor, resident: Visitor;
  const office = () => ({ ...house.office, now: () => "2026-11-22T10:00:00.000Z" as Instant });
  const m15 = () => ({ projectId: house.projectId, code: "M15" });
  const measure = (justification: string) => ({ ...m15(), kind: "measure" as const, target: "T3-07", justification });
  const goal = () => ({ ...m15(), kind: "goal" as const, target: "4.1 Delmål B", justification: "Gode tjenester." });

  beforeEach(async () => {
    house = await liveHouse(kind);
    [board, coordinator] = [await house.join("Forelder A", "board"), await house.join("Koordinator", "coordinator")];
    [parent, resident] = [await house.join("Forelder D", "parent"), await house.join("Beboer A04", "resident")];
    const founder = { userId: board.userId, membershipId: null, displayName: "Administrator", role: "administrator" } as const;
    await inTransaction(house.office.db, (db) => layOutMilestones(db, house.office, founder, { id: house.projectId, model: "municipalLed" }));
  });
  afterEach(() => house.database.close());

  const untold = async () => {
    const findings = proveRows(proveChain(await readChain(house.office.db, house.projectId)).rows, await readProofRows(house.office.db, house.projectId));
    return findings.filter((each) => !("table" in each) || !["project", "party", "membership"].includes(each.table));
  };

  test("by board and coordinator, to measures and goals, with a reason that stands in no entry", async () => {
    expect(code(await anchorMilestone(office(), parent, measure("Ja.")))).toBe("notAllowed");
    expect(code(await anchorMilestone(office(), board, measure("  ")))).toBe("invalidInput");
    expect(code(await anchorMilestone(office(), board, { ...measure("Ja."), target: "T3-99" }))).toBe("notFound");
    expect(code(await anchorMilestone(office(), board, { ...measure("Ja."), kind: "goal" }))).toBe("notFound");
    expect(code(await anchorMilestone(office(), board, measure("Forprosjektet viser ti boliger.")))).toBe("ok");
    expect(code(await anchorMilestone(office(), coordinator, goal()))).toBe("ok");
    const page = await milestone(office(), parent, m15());
    expect(page.ok && page.value.detail?.anchorings.map((each) => [each.target, each.title, each.justification])).toEqual([
      ["T3-07", "Samarbeid med grupper om egeneide bofellesskap", "Forprosjektet viser ti boliger."],
      ["4.1 Delmål B", "Drammen har gode tjenester som møter innbyggernes behov", "Gode tjenester."],
    ]);
    expect(await milestone(office(), resident, m15())).toMatchObject({ ok: true, value: { detail: null } });
    expect(code(await anchoringForm(office(), resident, m15()))).toBe("notAllowed");
    expect(JSON.stringify(await listEntries(house.office.db, house.projectId, 10, null))).not.toContain("Forprosjektet viser");
    expect(await untold()).toEqual([]);
  });

  test("changed, taken away and written again, each once in the journal", async () => {
    await anchorMilestone(office(), board, measure("Ja."));
    await anchorMilestone(office(), board, measure("Ja."));
    await anchorMilestone(office(), coordinator, measure("Ja, og mer."));
    expect(code(await unanchorMilestone(office(), parent, measure("")))).toBe("notAllowed");
    expect(code(await unanchorMilestone(office(), board, measure("")))).toBe("ok");
    expect(code(await unanchorMilestone(office(), board, measure("")))).toBe("notFound");
    expect(await untold()).toEqual([]);
    expect(await anchoringForm(office(), parent, m15())).toMatchObject({ ok: true, value: { anchorings: [], mayWrite: false } });
    await anchorMilestone(office(), board, measure("Igjen."));
    const kinds = (await listEntries(house.office.db, house.projectId, 10, null)).map((each) => each.entry.kind).reverse();
    expect(kinds.slice(-4)).toEqual(["milestoneAnchored", "milestoneAnchored", "milestoneUnanchored", "milestoneAnchored"]);
    expect(await untold()).toEqual([]);
    await house.office.db.updateTable("milestone_anchoring").set({ justification: "Noe annet." }).execute();
    expect(await untold()).not.toEqual([]);
  });

  test("not while it is not relevant; what the project answers as a whole is offered with its reason", async () => {
    await writeAnchoring(office(), board, { projectId: house.projectId, measureId: "T3-07", justification: "Ti familier." });
    const page = await anchoringForm(office(), board, m15());
    expect(page.ok && page.value.others.find((each) => each.target === "T3-07")?.ofProject).toBe("Ti familier.");
    await leaveOutMilestone(office(), board, { ...m15(), reason: "x" });
    expect(code(await anchorMilestone(office(), board, measure("Ja.")))).toBe("wrongState");
    expect(await anchoringForm(office(), board, m15())).toMatchObject({ ok: true, value: { mayWrite: false } });
  });
});
