// Whose move it is, and what is late or runs out, counted in Oslo's days.
import { expect, test } from "vitest";
import { milestoneStates, type MilestoneState } from "./milestone";
import type { Day, Instant } from "./time";
import { expiry, lateness, waitingFor } from "./waiting";

const day = (text: string) => text as Day;
const at = (state: MilestoneState) => ({ kind: "approval", state, stateSince: "2026-10-30T22:30:00.000Z" as Instant, preparedBy: ["board"], decidedBy: ["careLead", "coordinator"] }) as const;
const today = day("2026-11-22");

test.each(milestoneStates)("[M10] whose move it is in %s", (state) => {
  const expected = state === "submitted" ? ["careLead", "coordinator"] : ["underWay", "returned", "reopened"].includes(state) ? ["board"] : null;
  expect(waitingFor(at(state), [], "holds", today)?.roles ?? null).toEqual(expected);
});

test("[M10] a role that has decided is waited for no more, and an approval that has moved waits for those who can ask again", () => {
  expect(waitingFor(at("submitted"), ["careLead"], null, today)?.roles).toEqual(["coordinator"]);
  expect(waitingFor(at("approved"), [], "moved", today)?.roles).toEqual(["board"]);
});

test("[M9] days are Oslo's: half past ten in the evening in UTC is October's last hour there in winter time", () => {
  // 30 October 22:30 UTC is 30 October 23:30 in Oslo, after the clocks went back on the 25th
  expect(waitingFor(at("submitted"), [], null, today)?.days).toBe(23);
  expect(waitingFor({ ...at("submitted"), stateSince: "2026-10-30T23:30:00.000Z" as Instant }, [], null, today)?.days).toBe(22);
  expect(waitingFor({ ...at("submitted"), stateSince: "2026-11-22T22:00:00.000Z" as Instant }, [], null, today)?.days).toBe(0);
});

test.each([
  ["underWay", "2026-12-15", "2027-03-23", 0, 98], ["underWay", "2026-11-01", null, 21, 0], ["submitted", "2026-11-01", "2026-11-20", 2, 19],
  ["underWay", null, null, 0, 0], ["approved", "2026-01-01", "2026-02-01", 0, 0], ["postponed", "2026-01-01", null, 0, 0], ["underWay", "2026-12-15", "2026-12-01", 0, 0],
] as const)("[M9] %s, planned %s and expected %s", (state, planned, expected, overdue, slipped) => {
  expect(lateness({ state, plannedDay: planned && day(planned), expectedDay: expected && day(expected) }, today)).toEqual({ overdue, slipped });
});

test.each([["2027-09-30", 312, false], ["2027-02-20", 90, true], ["2026-11-22", 0, true], ["2026-11-01", -21, true]] as const)("[M9] what runs out on %s", (expires, days, soon) => {
  expect(expiry(day(expires), today)).toEqual({ days, soon });
});

test("[M9] what never runs out", () => {
  expect(expiry(null, today)).toBeNull();
});
