// Calendars as the programs that subscribe see them: read back with ical.js, through the real door, on both databases.
import express from "express";
import ICAL from "ical.js";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { languages, type Language } from "../../app/domain/preference";
import { addDays, type Day, type Instant } from "../../app/domain/time";
import { keepPreferences } from "../../db/preference";
import { testDatabases } from "../../db/testing";
import { makeCalendar } from "../acts/make-calendar";
import { recordDecisionElsewhere } from "../acts/record-decision-elsewhere";
import { revokeCalendar } from "../acts/revoke-calendar";
import { scheduleMilestone } from "../acts/schedule-milestone";
import { setCalendarTitles } from "../acts/set-calendar-titles";
import { calendarDoor, calendarPath } from "../http/calendar-door";
import { withoutSecrets } from "../http/request-log";
import { writeCalendar } from "../icalendar";
import { noticeHouse, type NoticeHouse } from "../notices/testing";
import type { Visitor } from "../visitor";

type Read = { readonly uid: string; readonly day: string; readonly sequence: number; readonly summary: string; readonly status: string; readonly url: string };

/** As a calendar program reads it; throws when it is no calendar. */
function read(text: string): Read[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown as string);
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    expect(event.startDate.isDate).toBe(true);
    expect(event.endDate.subtractDate(event.startDate).toSeconds()).toBe(86_400);
    return {
      uid: event.uid, day: event.startDate.toString(), sequence: event.sequence, summary: event.summary,
      status: String(component.getFirstPropertyValue("status")), url: String(component.getFirstPropertyValue("url")),
    };
  });
}

const octets = (line: string) => Buffer.byteLength(line, "utf8");

describe("[N24] a calendar as text", () => {
  const event = { uid: "milestone:1@samtun", day: "2027-03-28" as Day, sequence: 3, changedAt: "2027-03-01T09:00:00.000Z" as Instant, url: "https://samtun.example.no/projects/1/milestones/M13", isCancelled: false };

  // a letter of two octets at each place around the edge of a line
  test.each(Array.from({ length: 12 }, (_, index) => 55 + index))("lines of 75 octets, with æøå after %i letters, are folded and read back whole", (before) => {
    const summary = `${"a".repeat(before)}æøåÆØÅ 🏡 «tomta», og mer; skråstrek \\ ${"å".repeat(80)}`;
    const text = writeCalendar("Samtun", "nb", [{ ...event, summary }]);
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    const lines = text.split("\r\n");
    for (const line of lines) expect(octets(line)).toBeLessThanOrEqual(75);
    expect(text.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/);
    // no letter is cut in two
    expect(Buffer.from(text, "utf8").toString("utf8")).not.toContain("\ufffd");
    expect(read(text)).toEqual([{ uid: event.uid, day: "2027-03-28", sequence: 3, summary, status: "CONFIRMED", url: event.url }]);
  });

  test("a line break in a title ends no line, and the same days are the same bytes", () => {
    const events = [{ ...event, summary: "En\nto\r\nBEGIN:VALARM", isCancelled: true }];
    const text = writeCalendar("Samtun", "nb", events);
    expect(text).not.toMatch(/\r\nBEGIN:VALARM/);
    expect(read(text)[0]).toMatchObject({ status: "CANCELLED" });
    expect(writeCalendar("Samtun", "nb", events)).toBe(text);
    expect(text).toContain("REFRESH-INTERVAL;VALUE=DURATION:PT4H\r\nX-PUBLISHED-TTL:PT4H\r\n");
  });
});

describe.each(testDatabases)("on %s", (kind) => {
  let house: NoticeHouse;
  let server: Server;
  let origin: string;
  beforeEach(async () => {
    house = await noticeHouse(kind);
    server = createServer(express().disable("etag").get(calendarPath, calendarDoor(house.office)));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await house.database.close();
  });

  async function make(visitor: Visitor): Promise<string> {
    const made = await makeCalendar(house.office, visitor);
    if (!made.ok) throw new Error(made.refusal.code);
    return new URL(made.value.address).pathname;
  }
  const fetchAt = (path: string, headers: Record<string, string> = {}) => fetch(`${origin}${path}`, { headers });
  const readAt = async (path: string) => read(await (await fetchAt(path)).text());
  const plan = (code: string, plannedDay: string | null, expiresDay: string | null = null) =>
    scheduleMilestone(house.office, house.people.board, { projectId: house.projectId, code, plannedDay: plannedDay as Day | null, expectedDay: null, expiresDay: expiresDay as Day | null });

  test("[N22] one address: shown once, kept as a hash, replaced, taken away; whatever opens nothing is 404", async () => {
    await plan("M15", "2027-05-01");
    const path = await make(house.people.board);
    const answer = await fetchAt(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(read(await answer.text())).toHaveLength(1);
    const token = /calendar\/(.*)\.ics/.exec(path)?.[1] ?? "";
    expect(JSON.stringify(await house.office.db.selectFrom("calendar_feed").selectAll().execute())).not.toContain(token);
    expect(withoutSecrets(path)).toBe("/calendar/….ics");
    const next = await make(house.people.board);
    expect([(await fetchAt(path)).status, (await fetchAt(next)).status]).toEqual([404, 200]);
    await revokeCalendar(house.office, house.people.board);
    expect([(await fetchAt(next)).status, (await fetchAt("/calendar/nothing.ics")).status]).toEqual([404, 404]);
    expect(await makeCalendar(house.office, null)).toEqual({ ok: false, refusal: { code: "signInNeeded" } });
  });

  test("[N23] the days of milestones for everybody who may see them, a clock for whose it is, nothing for who has left", async () => {
    await plan("M15", "2027-05-01");
    await recordDecisionElsewhere(house.office, house.people.coordinator, {
      projectId: house.projectId, code: "M13", day: "2027-02-01" as Day, decider: "Utvalget", caseNumber: "1/27", appealDay: null, expiresDay: "2027-09-30" as Day, note: "",
    });
    const milestone = { summary: "Milepæl M15", day: "2027-05-01" };
    const option = { summary: "Frist M13", day: "2027-09-30" };
    expect(await readAt(await make(house.people.board))).toMatchObject([milestone, option]);
    expect(await readAt(await make(house.people.coordinator))).toMatchObject([milestone, option]);
    expect(await readAt(await make(house.people.careLead))).toMatchObject([milestone]);
    const observer = await make(house.people.observer);
    expect(await readAt(observer)).toMatchObject([milestone]);
    await house.end(house.people.observer);
    expect(await readAt(observer)).toEqual([]);
  });

  test("[N24] an event keeps its uid; its number grows when the day moves; taken away it is cancelled, and goes at last", async () => {
    await plan("M15", "2027-05-01");
    await plan("M16", "2027-06-01");
    const path = await make(house.people.board);
    const [first] = await readAt(path);
    expect(first).toMatchObject({ sequence: 0, status: "CONFIRMED" });
    await plan("M15", "2027-05-20");
    const moved = (await readAt(path)).find((each) => each.uid === first?.uid);
    expect(moved).toMatchObject({ day: "2027-05-20", sequence: 1, status: "CONFIRMED" });
    // another's calendar has the same number
    expect((await readAt(await make(house.people.coordinator))).find((each) => each.uid === first?.uid)).toEqual(moved);
    await plan("M15", null);
    expect((await readAt(path)).find((each) => each.uid === first?.uid)).toMatchObject({ sequence: 2, status: "CANCELLED", summary: "Samtun" });
    await plan("M15", "2027-05-20");
    expect((await readAt(path)).find((each) => each.uid === first?.uid)).toMatchObject({ sequence: 3, status: "CONFIRMED" });
    await plan("M15", null);
    await readAt(path);
    house.setNow(`${addDays("2027-03-01" as Day, 91)}T12:00:00.000Z` as Instant);
    expect((await readAt(path)).map((each) => each.summary)).toEqual(["Milepæl M16"]);
  });

  test("[N25] neutral words unless the person chooses names; in their own language", async () => {
    await plan("M15", "2027-05-01");
    const path = await make(house.people.board);
    const text = async () => (await fetchAt(path)).text();
    for (const secret of ["Solknatten", "Forprosjekt"]) expect(await text()).not.toContain(secret);
    await setCalendarTitles(house.office, house.people.board, { titles: "full" });
    expect(await readAt(path)).toMatchObject([{ summary: "Forprosjekt og kostnadsoverslag (Solknatten)" }]);
    // a new address keeps the choice
    const next = await make(house.people.board);
    for (const language of languages) {
      await keepPreferences(house.office.db, house.people.board.userId, { language, colourScheme: "auto" });
      const expected: Record<Language, string> = { nb: "Forprosjekt", nn: "Forprosjekt", en: "Preliminary" };
      expect((await readAt(next))[0]?.summary).toContain(expected[language]);
    }
  });

  test("[N26] what has not changed is not sent again, and who asks too often is told to wait", async () => {
    await plan("M15", "2027-05-01");
    const path = await make(house.people.board);
    const etag = (await fetchAt(path)).headers.get("etag") ?? "";
    for (const header of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await fetchAt(path, { "if-none-match": header });
      expect([again.status, await again.text()]).toEqual([304, ""]);
    }
    await plan("M15", "2027-05-02");
    expect((await fetchAt(path, { "if-none-match": etag })).status).toBe(200);
    const statuses: number[] = [];
    for (let time = 0; time < 20; time++) statuses.push((await fetchAt(path)).status);
    expect(statuses.slice(0, 15)).toEqual(Array(15).fill(200));
    expect(statuses.slice(15)).toEqual(Array(5).fill(429));
    expect(Number((await fetchAt(path)).headers.get("retry-after"))).toBeGreaterThan(0);
    // another's is not touched by it
    expect((await fetchAt(await make(house.people.coordinator))).status).toBe(200);
  });
});
