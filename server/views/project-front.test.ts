// The front page of the demo as each role gets it, the frame around it, the list of projects, and the policy page.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ProjectId } from "../../app/domain/ids";
import type { Instant } from "../../app/domain/time";
import { findBrokenLink, listEntries } from "../../db/journal";
import { seedDemo, type SeededDemo } from "../../db/seed";
import { testDatabases } from "../../db/testing";
import { writeAnchoring } from "../acts/write-anchoring";
import { makeAuth } from "../auth";
import { testOffice, type TestOffice } from "../testing";
import type { Visitor } from "../visitor";
import { myProjects } from "./my-projects";
import { projectFrame } from "./project-frame";
import { projectFront, type FullFront } from "./project-front";
import { projectPolicy } from "./project-policy";

describe.each(testDatabases)("on %s", (kind) => {
  let office: TestOffice;
  let demo: SeededDemo;
  const unknown = "no-such-project" as ProjectId;

  beforeAll(async () => {
    office = await testOffice(kind, "demo");
    demo = await seedDemo(office, makeAuth(office, { secret: "a-secret-for-this-test-only-0123456789" }));
    office.setNow("2026-11-22T12:00:00.000Z" as Instant);
  }, 60_000);
  afterAll(() => office.close());

  function as(name: string, language: Visitor["language"] = "nb"): Visitor {
    const person = demo.demoPeople.find((each) => each.name === name);
    if (!person) throw new Error(`no ${name}`);
    const administratorOf = person.role === "administrator" ? "Drammen kommune" : null;
    return { userId: person.userId, sessionId: "s", name, email: person.email, language, colourScheme: "auto", administratorOf };
  }

  async function frontOf(visitor: Visitor): Promise<FullFront> {
    const front = await projectFront(office, visitor, { projectId: demo.projectId });
    if (!front.ok || front.value.kind !== "full") throw new Error(JSON.stringify(front));
    return front.value;
  }

  test("[U10] a parent sees where it stands, who it waits for, what is late and what runs out too early", async () => {
    const front = await frontOf(as("Forelder E"));
    expect(front).toMatchObject({ reached: 13, total: 40, waitingFor: ["coordinator"], takesPart: false, moveIn: { day: "2029-06-11", months: 30, isPast: false } });
    expect(front.phases.find((each) => each.state === "here")?.phase).toBe("F4");
    expect(front.waited[0]).toEqual({ code: "M15", move: "decide", roles: ["coordinator"], days: 23, mine: false, title: "Forprosjekt og kostnadsoverslag" });
    expect(front.late).toMatchObject([{ code: "M14", slipped: 98, why: expect.stringContaining("rammetillatelse") }]);
    expect(front.clocks).toMatchObject([
      { kind: "decision", code: "M15", day: "2026-11-27", days: 5, roles: ["coordinator"], isAtRisk: true },
      {
        kind: "expiry", code: "M13", day: "2027-09-30", days: 312, roles: ["coordinator", "board"], isAtRisk: true,
        tooEarlyFor: { title: "Igangsettingstillatelse", day: "2027-12-17" }, ifLate: "Andre kan kjøpe tomta før dere.",
      },
    ]);
    expect(front.yours).toEqual([]);
    expect(front.coming.map((each) => each.code)).toEqual(["M16", "M17", "M14", "M18", "M19"]);
    expect(front.plan).toMatchObject({ access: "write", changedBy: "Forelder A", changedAt: "2026-10-29T20:20:00.000Z" });
    expect(front.latest?.rows[0]?.entry.kind).toBe("milestoneSubmitted");
  });

  test("[U10] the coordinator's own move is theirs, and words come in their language", async () => {
    const front = await frontOf(as("Koordinator", "nn"));
    expect(front.yours).toEqual([{ code: "M15", title: "Forprosjekt og kostnadsoverslag", move: "decide", day: "2026-11-27", days: 5 }]);
    expect(front.coming[0]?.title).toBe("Vedtak om heildøgns tenester");
    expect(front.takesPart).toBe(true);
  });

  test.each(["Beboer A04", "Observatør"])("[U11] %s gets easy lines and states, and nothing more", async (name) => {
    const front = await projectFront(office, as(name), { projectId: demo.projectId });
    if (!front.ok || front.value.kind !== "easy") throw new Error(JSON.stringify(front));
    expect(front.value.lines).toHaveLength(40);
    expect(front.value.lines[14]).toEqual({ code: "M15", text: "Arkitekten tegner husene. Vi regner ut hva de koster.", state: "waits" });
    expect(front.value).not.toHaveProperty("waited");
    expect(front.value).not.toHaveProperty("latest");
  });

  test("[X1] the frame shows what the role may open; the plan is closed, frozen, readable or open", async () => {
    const frame = async (name: string) => {
      const found = await projectFrame(office, as(name), { projectId: demo.projectId });
      if (!found.ok) throw new Error(found.refusal.code);
      return { plan: found.value.plan?.access ?? null, ...found.value.mayOpen };
    };
    expect(await frame("Forelder A")).toEqual({ plan: "write", milestones: true, journal: true, people: true, economy: true });
    expect(await frame("Beboer A04")).toEqual({ plan: "read", milestones: false, journal: false, people: true, economy: false });
    expect(await frame("Husbanken-kontakt")).toEqual({ plan: "frozen", milestones: true, journal: true, people: false, economy: false });
    expect(await frame("Observatør")).toEqual({ plan: null, milestones: false, journal: false, people: false, economy: false });
  });

  test("[X1] whoever is no member, and a project that is not there, get the same answer", async () => {
    const outsider = as("Administrator i kommunen");
    for (const view of [projectFrame, projectFront, projectPolicy]) {
      expect(await view(office, outsider, { projectId: demo.projectId })).toEqual({ ok: false, refusal: { code: "notFound" } });
      expect(await view(office, as("Forelder A"), { projectId: unknown })).toEqual({ ok: false, refusal: { code: "notFound" } });
      expect(await view(office, null, { projectId: demo.projectId })).toEqual({ ok: false, refusal: { code: "signInNeeded" } });
    }
    const written = await writeAnchoring(office, outsider, { projectId: demo.projectId, measureId: "T3-07", justification: "x" });
    expect(written).toEqual({ ok: false, refusal: { code: "notFound" } });
  });

  test("my projects are mine", async () => {
    const mine = await myProjects(office, as("Forelder D"));
    expect(mine).toMatchObject({ ok: true, value: { projects: [{ projectId: demo.projectId, role: "parent", homeCount: 10 }], administratorOf: null } });
    expect(await myProjects(office, as("Administrator i kommunen"))).toEqual({ ok: true, value: { projects: [], administratorOf: "Drammen kommune" } });
  });

  test("[M21] why the project answers a measure is written by board and coordinator, and stands in the journal", async () => {
    const { projectId } = demo;
    const write = (name: string, measureId: string, justification: string) => writeAnchoring(office, as(name), { projectId, measureId, justification });
    expect(await write("Forelder D", "T3-02", "Nei")).toEqual({ ok: false, refusal: { code: "notAllowed" } });
    expect(await write("Forelder A", "T9-99", "Nei")).toEqual({ ok: false, refusal: { code: "notFound" } });
    expect(await write("Forelder A", "T3-02", "  ")).toEqual({ ok: false, refusal: { code: "invalidInput", fields: { justification: "required" } } });
    expect(await write("Forelder A", "T3-02", " Prosjektet står i boligbehovsplanen. ")).toEqual({ ok: true, value: null });
    expect(await write("Koordinator", "T3-02", "Prosjektet står i boligbehovsplanen.")).toEqual({ ok: true, value: null });
    const [newest, before] = await listEntries(office.db, projectId, 2, null);
    expect(newest).toMatchObject({ actor: { displayName: "Forelder A" }, entry: { kind: "anchoringWritten", measureId: "T3-02" } });
    // the same words again are no entry
    expect(before?.entry.kind).toBe("milestoneSubmitted");
    expect(await findBrokenLink(office.db, projectId)).toBeNull();
    const policy = await projectPolicy(office, as("Observatør"), { projectId });
    if (!policy.ok) throw new Error(policy.refusal.code);
    expect(policy.value.mayWrite).toBe(false);
    const anchored = policy.value.plan?.measures.filter((each) => each.justification !== null).map((each) => each.id);
    expect(anchored).toEqual(["T3-01", "T3-02", "T3-04", "T3-05", "T3-06", "T3-07"]);
  });
});
