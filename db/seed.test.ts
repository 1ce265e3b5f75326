// The demo case walked on both databases: it is possible, its journal is whole, and the milestones stand as the case says.
import { describe, expect, test } from "vitest";
import { planKind } from "../app/domain/documents/plan/kind";
import type { DocumentId } from "../app/domain/ids";
import { dayInOslo } from "../app/domain/time";
import { makeAuth } from "../server/auth";
import { contentNow } from "../server/sync/freeze";
import { milestonesNow } from "../server/milestones-now";
import { testOffice } from "../server/testing";
import { listDocuments } from "./document";
import { findBrokenLink, listEntries } from "./journal";
import { solknattenGrowth, solknattenPlan } from "./reference";
import { planAfter } from "./reference/grown-plan";
import { seedDemo } from "./seed";
import { testDatabases } from "./testing";
import { listVersions } from "./version";

const reached: Readonly<Record<string, string>> = {
  M01: "2023-11-14", M02: "2024-01-31", M03: "2024-03-12", M04: "2024-04-18", M05: "2024-06-20", M06: "2025-04-08", M07: "2025-12-16",
  M08: "2024-11-29", M09: "2025-01-11", M10: "2025-01-23", M11: "2026-02-10", M12: "2025-09-15", M13: "2026-03-26",
};

test("the plan grows until it is the plan of the demo", () => {
  expect(planAfter(solknattenGrowth.length - 1)).toEqual(solknattenPlan);
  for (const stage of solknattenGrowth.keys()) expect(planKind.parse(planAfter(stage))).toEqual({ ok: true, value: planAfter(stage) });
});

describe.each(testDatabases)("[O20] the demo on %s", (kind) => {
  test("is walked, whole and as the case says", async () => {
    const office = await testOffice(kind, "demo");
    const auth = makeAuth(office, { secret: "a-secret-for-this-test-only-0123456789" });
    const { projectId, demoPeople } = await seedDemo(office, auth);

    expect(demoPeople.map((each) => each.role)).toEqual(expect.arrayContaining(["administrator", "board", "parent", "resident", "guardian", "coordinator", "careLead", "loanOfficer", "architect", "businessManager", "stateBank", "observer"]));
    const milestones = await milestonesNow(office.db, projectId, dayInOslo(office.now()));
    expect(milestones).toHaveLength(40);
    for (const each of milestones) expect([each.code, each.reachedDay]).toEqual([each.code, reached[each.code] ?? null]);
    const states = Object.fromEntries(milestones.map((each) => [each.code, each.state]));
    expect(states).toMatchObject({ M10: "approved", M14: "underWay", M15: "submitted", M16: "underWay", M17: "underWay", M18: "notStarted", M31: "underWay" });
    expect(milestones.find((each) => each.code === "M10")?.standing).toBe("holds");
    expect(milestones.find((each) => each.code === "M13")?.expiresDay).toBe("2027-09-30");
    expect(milestones.find((each) => each.code === "M14")).toMatchObject({ plannedDay: "2026-12-15", expectedDay: "2027-03-23" });

    expect(await findBrokenLink(office.db, projectId)).toBeNull();
    const entries = await listEntries(office.db, projectId, 1000, null);
    expect(entries[0]).toMatchObject({ at: "2026-10-30T08:15:00.000Z", entry: { kind: "milestoneSubmitted", code: "M15" } });
    expect(entries.at(-1)).toMatchObject({ at: "2023-11-14T08:00:00.000Z", entry: { kind: "projectFounded" } });
    expect(entries.map((each) => each.at)).toEqual(entries.map((each) => each.at).sort().reverse());
    expect(JSON.stringify(entries.map((each) => each.entry))).not.toMatch(/"(?:[^"]* )?\d{11}(?: [^"]*)?"/);

    const plan = (await listDocuments(office.db, projectId))[0]?.id as DocumentId;
    const content = await contentNow(office.db, plan);
    expect(content.ok && content.value.content).toEqual(solknattenPlan);
    const versions = await listVersions(office.db, projectId, plan);
    expect(versions.filter((each) => each.name !== null).map((each) => each.name)).toEqual([
      "Til godkjenning av forprosjektet", "Etter nabomøtet", "Etter at tomta ble sikret", "Til konseptet",
    ]);
    expect(versions.length).toBeGreaterThanOrEqual(8);
    await office.close();
  }, 60_000);
});
