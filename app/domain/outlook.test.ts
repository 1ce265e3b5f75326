// Where a project stands: phases, whose move it is, what is next, late, and runs out too early.
import { expect, test } from "vitest";
import type { MilestoneId, ProjectId } from "./ids";
import { monthsBetween, outlook, phaseStandings, type Tracked } from "./outlook";
import type { Day, Instant } from "./time";

const today = "2026-11-22" as Day;

function milestone(code: string, changes: Partial<Tracked> = {}): Tracked {
  return {
    id: code as MilestoneId, projectId: "p" as ProjectId, code, phase: "F4", kind: "approval", state: "notStarted", preparedBy: ["board"],
    decidedBy: ["coordinator"], decideOrder: "together", plannedDay: null, expectedDay: null, reachedDay: null, expiresDay: null,
    stateSince: "2026-10-30T12:00:00.000Z" as Instant, decidedRoles: [], standing: null, holdsUntil: null, ...changes,
  };
}

const board = { role: "board", partyKind: "parentGroup" } as const;
const coordinator = { role: "coordinator", partyKind: "municipality" } as const;

test("[U10] the furthest phase with something begun is where the project is; staffing beside it is open too", () => {
  const standings = phaseStandings([
    milestone("M01", { phase: "F0", state: "recorded" }),
    milestone("M14", { phase: "F3", state: "underWay" }),
    milestone("M15", { phase: "F4", state: "submitted" }),
    milestone("M16", { phase: "F4" }),
    milestone("M25", { phase: "F5" }),
    milestone("M31", { phase: "F7", state: "underWay" }),
    milestone("M40", { phase: "F9", state: "notRelevant" }),
  ]);
  expect(standings.map((each) => [each.phase, each.state, each.reached, each.total])).toEqual([
    ["F0", "done", 1, 1], ["F3", "alsoOpen", 0, 1], ["F4", "here", 0, 2], ["F5", "later", 0, 1], ["F7", "alsoOpen", 0, 1],
  ]);
});

test("[U10] a project where nothing has happened is in its first phase, and a finished one is done everywhere", () => {
  expect(phaseStandings([milestone("M01", { phase: "F0" }), milestone("M03", { phase: "F1" })]).map((each) => each.state)).toEqual(["here", "later"]);
  expect(phaseStandings([milestone("M01", { phase: "F0", state: "recorded" })]).map((each) => each.state)).toEqual(["done"]);
});

test("[U10] what waits for a decision comes first, and it is yours when your role decides it", () => {
  const all = [milestone("M16", { state: "underWay", stateSince: "2026-01-01T12:00:00.000Z" as Instant }), milestone("M15", { state: "submitted" })];
  expect(outlook(all, coordinator, today).waited).toEqual([
    { code: "M15", move: "decide", roles: ["coordinator"], days: 23, mine: true },
    { code: "M16", move: "finish", roles: ["board"], days: 325, mine: false },
  ]);
  expect(outlook(all, board, today).waited.map((each) => each.mine)).toEqual([false, true]);
});

test("[U10] an approval whose ground has moved waits for those who can ask again", () => {
  const all = [milestone("M10", { state: "approved", standing: "moved" }), milestone("M12", { state: "approved", standing: "holds" })];
  expect(outlook(all, board, today).waited.map((each) => [each.code, each.move])).toEqual([["M10", "askAgain"]]);
  expect(outlook(all, board, today)).toMatchObject({ reached: 2, total: 2 });
});

test("[U10] next are the days ahead in order; what has slipped is late with its new day", () => {
  const all = [
    milestone("M18", { plannedDay: "2027-04-20" as Day }),
    milestone("M14", { state: "underWay", plannedDay: "2026-12-15" as Day, expectedDay: "2027-03-23" as Day }),
    milestone("M09", { plannedDay: "2026-11-20" as Day }),
  ];
  const { coming, late } = outlook(all, board, today);
  expect(coming).toEqual([{ code: "M14", day: "2027-03-23", days: 121 }, { code: "M18", day: "2027-04-20", days: 149 }]);
  expect(late).toEqual([
    { code: "M14", overdue: 0, slipped: 98, planned: "2026-12-15", due: "2027-03-23" },
    { code: "M09", overdue: 2, slipped: 0, planned: "2026-11-20", due: "2026-11-20" },
  ]);
});

test.each([
  ["2026-11-22", "2029-06-11", 30],
  ["2026-11-22", "2026-12-21", 0],
  ["2026-11-22", "2026-12-22", 1],
  ["2026-11-22", "2020-01-01", 0],
])("from %s to %s is %i whole months", (from, to, months) => {
  expect(monthsBetween(from as Day, to as Day)).toBe(months);
});
