// Clocks as tables: what runs from which rows, until when, whose it is, and at the edges of days in Oslo.
import { describe, expect, test } from "vitest";
import { clocks, isAtRisk, matters, type ClockFacts } from "./clock";
import type { ConditionId, MilestoneId, ProjectId } from "./ids";
import type { Tracked } from "./outlook";
import { addMonths, atHourInOslo, dayInOslo, type Day, type Instant } from "./time";

const day = (text: string) => text as Day;
const at = (text: string) => text as Instant;

function milestone(code: string, rest: Partial<Tracked> = {}): Tracked {
  return {
    id: code as MilestoneId, projectId: "p" as ProjectId, code, phase: "F4", kind: "externalDecision", state: "notStarted", preparedBy: ["coordinator", "board"],
    decidedBy: [], decideOrder: "together", plannedDay: null, expectedDay: null, reachedDay: null, expiresDay: null, stateSince: at("2026-01-05T10:00:00.000Z"), decidedRoles: [], standing: null,
    holdsUntil: null, ...rest,
  };
}
const facts = (milestones: readonly Tracked[], rest: Partial<ClockFacts> = {}): ClockFacts => ({ milestones, conditions: [], appeals: [], registeredDay: null, auditDay: null, ...rest });
const run = (milestones: readonly Tracked[], today: string, rest: Partial<ClockFacts> = {}) => clocks(facts(milestones, rest), day(today));

const option = milestone("M13", { state: "decidedElsewhere", expiresDay: day("2027-09-30"), holdsUntil: "M27" });

describe("[N1] what runs", () => {
  test("an option, until what it is for is reached; it says when that is expected later than the day it runs out", () => {
    const permit = milestone("M27", { plannedDay: day("2027-12-17") });
    expect(run([option, permit], "2026-11-22")).toMatchObject([
      { kind: "expiry", code: "M13", day: "2027-09-30", days: 312, roles: ["coordinator", "board"], since: null, tooEarlyFor: { code: "M27", day: "2027-12-17" } },
    ]);
    expect(run([option, { ...permit, expectedDay: day("2027-09-30") }], "2026-11-22")).toMatchObject([{ tooEarlyFor: null }]);
    expect(run([option, { ...permit, state: "decidedElsewhere" }], "2026-11-22")).toEqual([]);
    expect(run([{ ...option, state: "notRelevant" }], "2026-11-22")).toEqual([]);
  });

  test("registration, three months from the founding, until somebody states that it is registered", () => {
    const founded = milestone("M22", { state: "decidedElsewhere", reachedDay: day("2026-11-30") });
    expect(run([founded], "2026-12-01")).toMatchObject([{ kind: "registration", day: "2027-02-28", days: 89, since: "2026-11-30" }]);
    expect(run([founded], "2027-03-01")).toMatchObject([{ kind: "registration", days: -1 }]);
    expect(run([founded], "2026-12-01", { registeredDay: day("2026-12-20") })).toEqual([]);
    expect(run([{ ...founded, state: "underWay" }], "2026-12-01")).toEqual([]);
  });

  test("the auditor's confirmation, 28 days from the day it was given, until the founding", () => {
    const balance = milestone("M21", { kind: "approval", state: "approved", reachedDay: day("2027-06-15") });
    const founding = milestone("M22", { plannedDay: day("2027-07-20") });
    expect(run([balance, founding], "2027-06-20")).toMatchObject([{ kind: "audit", code: "M21", day: "2027-07-13", tooEarlyFor: { code: "M22" } }]);
    expect(run([balance, founding], "2027-06-20", { auditDay: day("2027-06-01") })).toMatchObject([{ day: "2027-06-29", days: 9 }]);
    expect(run([balance, { ...founding, state: "decidedElsewhere" }], "2027-06-20")).toEqual([]);
    expect(run([{ ...balance, state: "submitted" }, founding], "2027-06-20").map((each) => each.kind)).toEqual(["decision"]);
  });

  test("from the temporary permit to the completion certificate, as long as a day stands there", () => {
    const takenOver = milestone("M30", { state: "decidedElsewhere", reachedDay: day("2029-05-25"), expiresDay: day("2029-11-25") });
    expect(run([takenOver], "2029-06-01")).toMatchObject([{ kind: "completion", day: "2029-11-25" }]);
    expect(run([{ ...takenOver, expiresDay: null }], "2029-06-01")).toEqual([]);
  });

  test("conditions by their owner, and appeals until their day", () => {
    const approved = milestone("M15", { kind: "approval", state: "approvedWithConditions" });
    const condition = { id: "c" as ConditionId, milestoneId: "M15" as MilestoneId, ownerRole: "architect" as const, dueDay: day("2027-02-01"), since: at("2026-11-20T12:00:00.000Z") };
    const appeal = { milestoneId: "M15" as MilestoneId, day: day("2026-12-10"), since: at("2026-11-20T12:00:00.000Z") };
    expect(run([approved], "2026-11-22", { conditions: [condition], appeals: [appeal] })).toMatchObject([
      { kind: "appeal", day: "2026-12-10", roles: ["coordinator", "board"] }, { kind: "condition", subject: "condition:c", roles: ["architect"], since: "2026-11-20" },
    ]);
    expect(run([approved], "2026-12-10", { appeals: [appeal] })).toHaveLength(1);
    expect(run([approved], "2026-12-11", { appeals: [appeal] })).toEqual([]);
    expect(run([approved], "2027-04-01", { conditions: [condition] })).toMatchObject([{ days: -59 }]);
  });

  test("[N4] what lies for decision: until the milestone's own day, else four weeks; only the roles that have not answered", () => {
    const lies = milestone("M35", { kind: "approval", state: "submitted", decidedBy: ["careLead", "board"], decidedRoles: ["board"], stateSince: at("2026-10-30T08:15:00.000Z") });
    expect(run([lies], "2026-11-22")).toMatchObject([{ kind: "decision", day: "2026-11-27", days: 5, roles: ["careLead"], since: "2026-10-30" }]);
    expect(run([{ ...lies, plannedDay: day("2027-01-15") }], "2026-11-22")).toMatchObject([{ day: "2027-01-15" }]);
    expect(run([{ ...lies, plannedDay: day("2026-10-15") }], "2026-11-22")).toMatchObject([{ day: "2026-11-27" }]);
    expect(run([{ ...lies, state: "approved" }], "2026-11-22")).toEqual([]);
  });

  test("soonest first", () => {
    const all = [option, milestone("M20", { state: "decidedElsewhere", expiresDay: day("2027-03-01") }), milestone("M12", { state: "decidedElsewhere", expiresDay: day("2027-09-30") })];
    expect(run(all, "2026-11-22").map((each) => each.code)).toEqual(["M20", "M12", "M13"]);
  });
});

test.each([
  ["expiry", 400, null, true, false], ["expiry", 90, null, true, true], ["expiry", 91, { code: "M27", day: day("2028-01-01") }, true, true], ["expiry", -30, null, true, true], ["expiry", -31, null, false, true],
  ["registration", 80, null, true, false], ["registration", -200, null, true, true], ["audit", 20, null, true, false], ["completion", 300, null, true, false],
  ["decision", 30, null, true, false], ["decision", 31, null, false, false], ["condition", -60, null, true, true], ["condition", 90, null, false, false], ["appeal", 7, null, true, true],
] as const)("[N3] %s with %i days left: on the front page %o %o, at risk %o", (kind, days, tooEarlyFor, place, risk) => {
  expect(matters({ kind, days })).toBe(place);
  expect(isAtRisk({ kind, days, tooEarlyFor })).toBe(risk);
});

describe("[N2] days are counted in Oslo", () => {
  const ending = milestone("M13", { state: "decidedElsewhere", expiresDay: day("2027-03-28") });
  const left = (now: string) => run([ending], dayInOslo(at(now)))[0]?.days;
  test.each([
    // 23:30 in Greenwich is the next day in Oslo, in winter and in summer
    ["2027-03-20T22:30:00.000Z", 8], ["2027-03-20T23:30:00.000Z", 7],
    // clocks go forward on 28 March: that day has 23 hours
    ["2027-03-27T22:59:59.999Z", 1], ["2027-03-27T23:00:00.000Z", 0], ["2027-03-28T21:59:59.999Z", 0], ["2027-03-28T22:00:00.000Z", -1],
  ])("at %s there are %i days left", (now, days) => expect(left(now)).toBe(days));

  test.each([
    // clocks go back on 31 October 2027: that day has 25 hours
    ["2027-10-30T21:59:59.999Z", "2027-10-30"], ["2027-10-30T22:00:00.000Z", "2027-10-31"], ["2027-10-31T22:59:59.999Z", "2027-10-31"], ["2027-10-31T23:00:00.000Z", "2027-11-01"],
  ])("at %s it is %s in Oslo", (now, today) => expect(dayInOslo(at(now))).toBe(today));

  test("an hour of the day is that hour also on the days the clocks change", () => {
    expect(atHourInOslo(day("2027-03-27"), 7)).toBe("2027-03-27T06:00:00.000Z");
    expect(atHourInOslo(day("2027-03-28"), 7)).toBe("2027-03-28T05:00:00.000Z");
    expect(atHourInOslo(day("2027-10-30"), 7)).toBe("2027-10-30T05:00:00.000Z");
    expect(atHourInOslo(day("2027-10-31"), 7)).toBe("2027-10-31T06:00:00.000Z");
  });

  test.each([["2026-11-30", 3, "2027-02-28"], ["2027-11-30", 3, "2028-02-29"], ["2026-06-22", 3, "2026-09-22"], ["2026-12-31", 2, "2027-02-28"], ["2026-10-31", 3, "2027-01-31"]])(
    "%s and %i months is %s", (from, months, to) => expect(addMonths(day(from), months)).toBe(to),
  );
});
