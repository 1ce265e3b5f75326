// The timeline of the demo as its people get it, what a slip moves, who sees it, and how much it asks of the database.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MilestoneId, ProjectId } from "../../app/domain/ids";
import { addDays, type Day, type Instant } from "../../app/domain/time";
import { addMilestones, listMilestones } from "../../db/milestone";
import { seedDemo, type SeededDemo } from "../../db/seed";
import { countQueries, testDatabases } from "../../db/testing";
import { inTransaction } from "../../db/transaction";
import { makeAuth } from "../auth";
import { testOffice, type TestOffice } from "../testing";
import type { Visitor } from "../visitor";
import { milestoneList } from "./milestone-list";
import { projectFront } from "./project-front";
import { timeline, type TimelineInput } from "./timeline";

describe.each(testDatabases)("on %s", (kind) => {
  let office: TestOffice;
  let demo: SeededDemo;

  beforeAll(async () => {
    office = await testOffice(kind, "demo");
    demo = await seedDemo(office, makeAuth(office, { secret: "a-secret-for-this-test-only-0123456789" }));
    office.setNow("2026-11-22T12:00:00.000Z" as Instant);
  }, 60_000);
  afterAll(() => office.close());

  function as(name: string, language: Visitor["language"] = "nb"): Visitor {
    const person = demo.demoPeople.find((each) => each.name === name);
    if (!person) throw new Error(`no ${name}`);
    return { userId: person.userId, sessionId: "s", name, email: person.email, language, colourScheme: "auto", administratorOf: null };
  }

  async function look(asked: Partial<TimelineInput> = {}, visitor = as("Forelder D")) {
    const found = await timeline(office, visitor, { projectId: demo.projectId, zoom: null, order: null, slip: null, days: null, day: null, ...asked });
    if (!found.ok) throw new Error(found.refusal.code);
    return found.value;
  }

  test("[T10] every milestone is there, with what was planned, what is forecast and what has been", async () => {
    const found = await look();
    expect(found.lines).toHaveLength(40);
    expect([found.total, found.stretch, found.years.at(0), found.years.at(-1)]).toEqual([40, { from: "2023-11-01", to: "2030-05-31" }, 2023, 2030]);
    const line = (code: string) => found.lines.find((each) => each.code === code);
    expect(line("M13")).toMatchObject({ title: "Tomta er sikret", reached: "2026-03-26", forecast: null, expires: "2027-09-30", slack: null });
    expect(line("M14")).toMatchObject({ planned: "2026-12-15", expected: "2027-03-23", forecast: "2027-03-23", from: "2025-10-20", reached: null, slack: 124, critical: false });
    expect(line("M30")).toMatchObject({ planned: "2029-05-25", forecast: "2029-05-25", from: "2028-01-17", critical: true });
    // the general meeting comes by the calendar: a plan, and no forecast
    expect(line("M37")).toMatchObject({ planned: "2030-05-28", forecast: null, from: null });
  });

  test("[T7, T9] it says when the homes can be moved into, and what decides it, and so does the front page, in the reader's language", async () => {
    const { chances, goal, forecast } = await look({}, as("Koordinator", "nn"));
    expect([goal, forecast]).toEqual(["2029-06-11", "2029-07-08"]);
    expect(chances?.drivers.map((each) => each.title)).toEqual(["Overtaking og bruksløyve", "Reguleringsplan"]);
    expect(chances?.runsOut).toEqual([{ code: "M13", title: "Tomta er sikra", share: 1 }]);
    expect((await look()).chances?.p50).toBe(chances?.p50);
    const full = await projectFront(office, as("Forelder D"), { projectId: demo.projectId });
    expect(full).toMatchObject({ ok: true, value: { kind: "full", forecast: { likely: chances?.p50, late: chances?.p80, drivers: ["Overtakelse og brukstillatelse", "Reguleringsplan"] } } });
    const easy = await projectFront(office, as("Beboer A04"), { projectId: demo.projectId });
    expect(easy).toMatchObject({ ok: true, value: { kind: "easy", forecast: { likely: chances?.p50, late: chances?.p80 } } });
  });

  test("[T10] a year, and the months to come, show what lies in them; the table is sorted as asked", async () => {
    const year = await look({ zoom: "2027", order: "forecast" });
    expect(year.stretch).toEqual({ from: "2027-01-01", to: "2027-12-31" });
    expect(year.lines.map((each) => each.code)).toEqual(["M13", "M16", "M17", "M14", "M18", "M19", "M20", "M21", "M22", "M23", "M25", "M26", "M27", "M28", "M31"]);
    expect((await look({ zoom: "next" })).stretch).toEqual({ from: "2026-11-01", to: "2027-11-30" });
    expect((await look({ zoom: "2031" })).lines).toEqual([]);
    expect((await look({ order: "slack" })).lines.slice(0, 6).map((each) => each.code)).toEqual(["M26", "M27", "M28", "M30", "M34", "M35"]);
    const nonsense = await look({ zoom: "'; drop", order: "colour" });
    expect([nonsense.zoom, nonsense.order, nonsense.lines.length]).toEqual(["whole", "plan", 40]);
  });

  test("[T5, T6] a slip that is asked for is answered in days or by a day; what is wrong with it stands at its field", async () => {
    const asked = (await look({ slip: "M14", days: "200" })).slip;
    expect(asked?.answer?.moved.find((each) => each.code === "M35")).toMatchObject({ from: "2029-07-08", to: "2029-09-22", days: 76, title: "Innflytting" });
    expect(asked?.answer?.runsOut).toMatchObject([{ code: "M13", title: "Tomta er sikret", untilTitle: "Igangsettingstillatelse", short: 154, already: true }]);
    expect((await look({ slip: "M14", days: "", day: "2027-10-09" })).slip?.answer).toEqual(asked?.answer);
    const fault = async (days: string, day: string, slip = "M14") => (await look({ slip, days, day })).slip;
    expect(await fault("", "")).toMatchObject({ fields: { days: "required" }, answer: null, typed: { slip: "M14" } });
    expect(await fault("mange", "")).toMatchObject({ fields: { days: "notACount" }, typed: { days: "mange" } });
    expect(await fault("", "2027-02-30")).toMatchObject({ fields: { day: "notADay" } });
    expect(await fault("", "2027-03-23")).toMatchObject({ fields: { day: "dayNotLater" } });
    expect(await fault("", "2099-01-01")).toMatchObject({ fields: { day: "dayNotLater" } });
    expect(await fault("5", "", "")).toMatchObject({ fields: { slip: "required" } });
    expect(await fault("5", "", "M13")).toMatchObject({ fields: { slip: "notAChoice" } });
    expect(await fault("5", "", "M99")).toMatchObject({ fields: { slip: "notAChoice" } });
  });

  test("[X1] strangers and projects that are not there get the same answer", async () => {
    const asked = { projectId: demo.projectId, zoom: null, order: null, slip: null, days: null, day: null };
    expect(await timeline(office, as("Administrator i kommunen"), asked)).toEqual({ ok: false, refusal: { code: "notFound" } });
    expect(await timeline(office, as("Forelder A"), { ...asked, projectId: "no-such" as ProjectId })).toEqual({ ok: false, refusal: { code: "notFound" } });
    expect(await timeline(office, null, asked)).toEqual({ ok: false, refusal: { code: "signInNeeded" } });
  });

  test("[T10, M10] forty milestones or eighty: the front page, the list and the timeline ask the database as many times", async () => {
    const { projectId } = demo;
    const counts = async () => {
      const views = [projectFront, milestoneList, (o: typeof office, v: Visitor, i: { projectId: ProjectId }) => timeline(o, v, { zoom: null, order: null, slip: null, days: null, day: null, ...i })];
      const found: number[] = [];
      for (const view of views) {
        const { db, asked } = countQueries(office.db);
        expect(await view({ ...office, db }, as("Forelder A"), { projectId })).toMatchObject({ ok: true });
        found.push(asked());
      }
      return found;
    };
    const before = await counts();
    const milestones = await listMilestones(office.db, projectId);
    await inTransaction(office.db, (db) => addMilestones(db, milestones.map((each, index) => ({
      ...each, id: `copy-${index}` as MilestoneId, code: `X${index}`, position: 100 + index, title: `Egen ${index}`, plannedDay: addDays("2027-01-01" as Day, index * 9),
    }))));
    expect(await listMilestones(office.db, projectId)).toHaveLength(80);
    expect(await counts()).toEqual(before);
    expect(Math.min(...before)).toBeGreaterThan(2);
    expect(Math.max(...before)).toBeLessThanOrEqual(24);
  });
});
