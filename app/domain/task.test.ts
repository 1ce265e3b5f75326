// Ladders and tasks as tables: which step has come for whom, what it is for each role, and what is nobody's any more.
import { describe, expect, test } from "vitest";
import type { ConditionId, MembershipId, MilestoneId, ProjectId, UserId } from "./ids";
import { appealLadder, auditLadder, conditionLadder, decisionLadder, expiryLadder, leadersOf, newestStep, registrationLadder } from "./ladder";
import { roles, rolesOfParty, type Role } from "./membership";
import { dueAt } from "./notice";
import type { Tracked } from "./outlook";
import { partyKinds } from "./party";
import { noticeOf, tasksOf, type Person, type TaskFacts } from "./task";
import { addDays, type Day, type Instant } from "./time";

const due = "2027-03-31" as Day;
const ladders = { expiry: expiryLadder, registration: registrationLadder, audit: auditLadder, decision: decisionLadder, condition: conditionLadder, appeal: appealLadder } as const;

describe("[N5] the ladders", () => {
  test.each([
    ["expiry", "own", [90, 30, 7]], ["registration", "own", [30, 14, 7]], ["audit", "own", [14, 7, 3]], ["appeal", "own", [14, 3, 0]],
    ["decision", "own", [14, 3, 0]], ["decision", "deputy", [-7]], ["decision", "leader", [-21]], ["condition", "own", [14, 3, 0]], ["condition", "deputy", [-7]], ["condition", "leader", [-21]],
    ["expiry", "leader", []], ["appeal", "deputy", []],
  ] as const)("%s reminds %s %o days before", (name, to, expected) => {
    const steps = new Map<string, number>();
    // one look a day, as when all is well: each step comes on its day, once
    for (let left = 120; left >= -40; left--) {
      const step = newestStep(ladders[name], due, null, [to], addDays(due, -left));
      if (step && !steps.has(step.name)) steps.set(step.name, left);
    }
    expect([...steps.values()]).toEqual([...expected]);
  });

  test("[N6] after a week without a look it is the newest step, and only that one", () => {
    expect(newestStep(decisionLadder, due, null, ["own"], addDays(due, -4))?.name).toBe("-14@2027-03-31");
    expect(newestStep(decisionLadder, due, null, ["own"], addDays(due, 3))?.name).toBe("0@2027-03-31");
  });

  test("[N6] what began after a step is told once, by its beginning", () => {
    const since = addDays(due, -5);
    expect(newestStep(decisionLadder, due, since, ["own"], since)).toEqual({ name: "new", day: since });
    expect(newestStep(decisionLadder, due, addDays(due, -14), ["own"], addDays(due, -14))?.name).toBe("new");
    expect(newestStep(decisionLadder, due, since, ["own"], addDays(due, -3))?.name).toBe("-3@2027-03-31");
    expect(newestStep(decisionLadder, due, since, ["deputy"], since)).toBeNull();
    // a day that moves has steps of its own
    expect(newestStep(decisionLadder, addDays(due, 7), since, ["own"], addDays(due, 4))?.name).toBe("-3@2027-04-07");
  });

  test.each(roles)("[N6] above %s there is somebody who manages its party, and is another", (role) => {
    expect(leadersOf(role)).not.toContain(role);
    expect(leadersOf(role)).toHaveLength(1);
  });
});

const submitted: Tracked = {
  id: "m15" as MilestoneId, projectId: "p" as ProjectId, code: "M15", phase: "F4", kind: "approval", state: "submitted", preparedBy: ["board", "architect"],
  decidedBy: ["coordinator"], decideOrder: "together", plannedDay: null, expectedDay: due, reachedDay: null, expiresDay: null, stateSince: "2027-03-01T09:00:00.000Z" as Instant, decidedRoles: [],
  standing: null, holdsUntil: null,
};
const facts = (milestone: Partial<Tracked>, rest: Partial<TaskFacts> = {}): TaskFacts => ({
  milestones: [{ ...submitted, ...milestone }], conditions: [], appeals: [], registeredDay: null, auditDay: null, hasDeputy: () => false, isBarred: () => false, takesOverFor: () => [], ...rest,
});
function person(role: Role, deputyFor: readonly Role[] = []): Person {
  const partyKind = partyKinds.find((kind) => rolesOfParty[kind].includes(role)) ?? "parentGroup";
  return { role, partyKind, userId: `${role}-user` as UserId, membershipId: `${role}-place` as MembershipId, deputyFor };
}
const tasks = (who: Person, given: TaskFacts, today: Day) => tasksOf(given, who, today).map((each) => `${noticeOf[each.move]} ${each.step?.name ?? "-"}`);

describe("[N7] whose task it is", () => {
  test("what is sent in is for those who decide, and for nobody else", () => {
    for (const role of roles) expect([role, tasks(person(role), facts({}), "2027-03-05" as Day)]).toEqual([role, role === "coordinator" ? ["decide new"] : []]);
  });

  test("not for whoever sent it in or is disqualified, and not once it is decided", () => {
    expect(tasks(person("coordinator"), facts({}, { isBarred: (id, who) => id === submitted.id && who.userId === "coordinator-user" }), "2027-03-05" as Day)).toEqual([]);
    for (const state of ["approved", "notRelevant", "underWay"] as const) expect(tasks(person("coordinator"), facts({ state, standing: "holds" }), "2027-03-05" as Day)).toEqual([]);
  });

  test("for whom somebody disqualified named in their place, from the first day, while their role has not answered", () => {
    const given = (milestone: Partial<Tracked> = {}) => facts(milestone, {
      isBarred: (_, who) => who.userId === "coordinator-user",
      takesOverFor: (id, who) => (id === submitted.id && who.userId === "careLead-user" ? ["coordinator"] : []),
    });
    expect(tasks(person("careLead"), given(), "2027-03-05" as Day)).toEqual(["decide new"]);
    expect(tasks(person("loanOfficer"), given(), "2027-03-05" as Day)).toEqual([]);
    expect(tasks(person("careLead"), given({ decidedBy: ["coordinator", "board"], decidedRoles: ["coordinator"] }), "2027-03-05" as Day)).toEqual([]);
    expect(tasks(person("careLead"), facts({}, { ...given(), isBarred: () => true, takesOverFor: () => ["coordinator"] }), "2027-03-05" as Day)).toEqual([]);
  });

  test.each([
    [0, ["decide 0@2027-03-31"], [], []],
    [6, ["decide 0@2027-03-31"], [], []],
    [7, ["decide 0@2027-03-31"], ["standIn 7@2027-03-31"], []],
    [20, ["decide 0@2027-03-31"], ["standIn 7@2027-03-31"], []],
    [21, ["decide 0@2027-03-31"], ["standIn 7@2027-03-31"], ["standIn 21@2027-03-31"]],
  ] as const)("%i days late: own %o, the deputy %o, the leader %o", (late, own, deputy, leader) => {
    const given = facts({}, { hasDeputy: (role) => role === "coordinator" });
    const today = addDays(due, late);
    expect(tasks(person("coordinator"), given, today)).toEqual(own);
    expect(tasks(person("careLead", ["coordinator"]), given, today)).toEqual(deputy);
    expect(tasks(person("board"), given, today)).toEqual(leader);
    expect(tasks(person("parent"), given, today)).toEqual([]);
  });

  test("where nobody stands in, those whose it is are reminded in their place", () => {
    expect(tasks(person("coordinator"), facts({}), addDays(due, 7))).toEqual(["decide 7@2027-03-31"]);
  });

  test("a condition is its owner's, whoever else may meet it", () => {
    const condition = { id: "c" as ConditionId, milestoneId: submitted.id, ownerRole: "architect" as const, dueDay: due, since: "2027-03-01T09:00:00.000Z" as Instant };
    const given = facts({ state: "approvedWithConditions", standing: "holds" }, { conditions: [condition] });
    expect(tasks(person("architect"), given, "2027-03-02" as Day)).toEqual(["condition new"]);
    expect(tasks(person("coordinator"), given, "2027-03-02" as Day)).toEqual([]);
    expect(tasks(person("coordinator"), given, addDays(due, 21))).toEqual([]);
    expect(tasks(person("board"), given, addDays(due, 21))).toEqual(["standIn 21@2027-03-31"]);
  });

  test("what came back, and what no longer holds, is for those who prepare and may hand in", () => {
    for (const state of ["returned", "reopened"] as const) expect(tasks(person("board"), facts({ state }), "2027-03-05" as Day)).toEqual(["correct new"]);
    expect(tasks(person("architect"), facts({ state: "returned" }), "2027-03-05" as Day)).toEqual([]);
    expect(tasks(person("board"), facts({ state: "approved", standing: "moved" }), "2027-03-05" as Day)).toEqual(["correct new"]);
    expect(tasks(person("board"), facts({ state: "approved", standing: "holds" }), "2027-03-05" as Day)).toEqual([]);
  });

  test("what runs out is a task from its first step on, for those who can do something about it", () => {
    const option = facts({ kind: "externalDecision", state: "decidedElsewhere", decidedBy: [], preparedBy: ["coordinator", "board", "architect"], expiresDay: due });
    expect(tasks(person("board"), option, addDays(due, -91))).toEqual(["deadline -"]);
    expect(tasks(person("board"), option, addDays(due, -90))).toEqual(["deadline -90@2027-03-31"]);
    expect(tasks(person("architect"), option, addDays(due, -90))).toEqual([]);
  });
});

test.each([
  ["atOnce", "2027-03-05T10:00:00.000Z", "2027-03-05T10:10:00.000Z"],
  ["daily", "2027-03-05T05:59:59.999Z", "2027-03-05T06:00:00.000Z"],
  ["daily", "2027-03-05T06:00:00.000Z", "2027-03-06T06:00:00.000Z"],
  // half past eleven in the evening in Greenwich is the next day in Oslo
  ["daily", "2027-03-05T23:30:00.000Z", "2027-03-06T06:00:00.000Z"],
  ["daily", "2027-03-27T20:00:00.000Z", "2027-03-28T05:00:00.000Z"],
  ["daily", "2027-10-30T20:00:00.000Z", "2027-10-31T06:00:00.000Z"],
  ["never", "2027-03-05T10:00:00.000Z", null],
] as const)("[N12] %s, made at %s, is due at %s", (pace, made, at) => expect(dueAt(made as Instant, pace)).toBe(at));
