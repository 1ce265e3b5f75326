// Decisions as tables: who may say yes, to what exactly, and what becomes of the milestone.
import { describe, expect, test } from "vitest";
import { decide, decisions, mayMeet, type Answered, type DecisionInput, type Stands } from "./approval";
import type { Ground, GroundState, Weight } from "./grounds/ground";
import type { DocumentId, Hash, MembershipId, MilestoneId, ProjectId, SubmissionId, UserId, VersionId } from "./ids";
import { roles, type Role } from "./membership";
import { milestoneStates, type Milestone, type MilestoneState, type Submission } from "./milestone";
import type { Actor } from "./permission";
import { standingFrom, staleness } from "./staleness";
import type { Day, Instant } from "./time";

const hash = (letter: string) => letter.repeat(64) as Hash;
const actor = (role: Role, name: string = role): Actor => ({
  membershipId: `m-${name}` as MembershipId, userId: `u-${name}` as UserId, projectId: "p" as ProjectId, role, partyKind: "municipality", displayName: name,
});
const milestone = (state: MilestoneState, decidedBy: readonly Role[] = ["coordinator"]): Milestone => ({
  id: "m15" as MilestoneId, projectId: "p" as ProjectId, code: "M15", phase: "F4", kind: "approval", state, preparedBy: ["board"], decidedBy, decideOrder: "together",
  plannedDay: null, expectedDay: null, reachedDay: null, expiresDay: null, stateSince: "2026-11-01T10:00:00.000Z" as Instant,
});
const submission: Submission = {
  id: "s1" as SubmissionId, milestoneId: "m15" as MilestoneId, number: 1, submittedBy: "m-a" as MembershipId, submittedByUser: "u-a" as UserId,
  preparers: [], submittedAt: "2026-11-01T10:00:00.000Z" as Instant, evidence: [{ versionId: "v1" as VersionId, hash: hash("a") }, { versionId: "v2" as VersionId, hash: hash("b") }], files: [], annexHash: null,
};
const condition = { text: "Styrket brannsikring", ownerRole: "builder", dueDay: "2027-02-01" as Day } as const;
const yes: DecisionInput = { decision: "approved", authority: "Delegert sak 214/26", remark: "", conditions: [], shown: [hash("a"), hash("b")] };
const withConditions: DecisionInput = { ...yes, decision: "approvedWithConditions", conditions: [condition] };
const back: DecisionInput = { ...yes, decision: "returned", remark: "Kostnadene mangler usikkerhet." };
const no: DecisionInput = { ...yes, decision: "refused", remark: "Kommunen har ikke plass til dette." };

const now = "2026-11-02T10:00:00.000Z" as Instant;
const proof = { method: "password", provedAt: now } as const;
type Earlier = readonly Omit<Answered, "decidedByUser">[];

const outcome = (state: MilestoneState, input: DecisionInput, who = actor("coordinator"), earlier: Earlier = [], decidedBy?: readonly Role[]) => {
  const answered = earlier.map((each) => ({ ...each, decidedByUser: `u-${each.decidedByRole}` as UserId }));
  const ground = { answered, seats: [{ role: who.role, inPlaceOf: null }], declared: [], proof, now, stands: null };
  const result = decide(milestone(state, decidedBy), submission, who, ground, input);
  return result.ok ? result.value.state : result.refusal.code;
};

describe("[M3] a decision", () => {
  test.each(milestoneStates.flatMap((state) => decisions.map((decision) => [state, decision] as const)))("in %s: %s", (state, decision) => {
    const input = { approved: yes, approvedWithConditions: withConditions, returned: back, refused: no }[decision];
    expect(outcome(state, input)).toBe(state === "submitted" ? decision : "wrongState");
  });

  test.each(roles)("by %s", (role) => {
    expect(outcome("submitted", yes, actor(role))).toBe(role === "coordinator" ? "approved" : "notAllowed");
  });

  test("needs an authority, and a remark when it sends back or says no", () => {
    expect(outcome("submitted", { ...yes, authority: " " })).toBe("invalidInput");
    expect(outcome("submitted", { ...back, remark: "  " })).toBe("remarkMissing");
    expect(outcome("submitted", { ...back, authority: "" })).toBe("returned");
    expect(outcome("submitted", { ...no, remark: "" })).toBe("remarkMissing");
    expect(outcome("submitted", { ...no, authority: "" })).toBe("invalidInput");
  });

  test("with conditions needs conditions, and without it none may be written", () => {
    expect(outcome("submitted", { ...withConditions, conditions: [] })).toBe("conditionIncomplete");
    expect(outcome("submitted", { ...withConditions, conditions: [{ ...condition, text: " " }] })).toBe("conditionIncomplete");
    for (const input of [{ ...yes, conditions: [condition] }, { ...back, conditions: [condition] }]) expect(outcome("submitted", input)).toBe("invalidInput");
  });

  test("by several roles is not whole before all are in; one that sends back ends it", () => {
    const both = ["careLead", "board"] as const;
    expect(outcome("submitted", yes, actor("careLead"), [], both)).toBe("submitted");
    const first = [{ decision: "approved", decidedByRole: "careLead" }] as const;
    expect(outcome("submitted", yes, actor("board"), first, both)).toBe("approved");
    expect(outcome("submitted", withConditions, actor("board"), first, both)).toBe("approvedWithConditions");
    expect(outcome("submitted", yes, actor("board"), [{ decision: "approvedWithConditions", decidedByRole: "careLead" }], both)).toBe("approvedWithConditions");
    expect(outcome("submitted", back, actor("board"), first, both)).toBe("returned");
    expect(outcome("submitted", no, actor("board"), first, both)).toBe("refused");
    expect(outcome("submitted", yes, actor("careLead", "another"), first, both)).toBe("changedMeanwhile");
  });

  test("that comes second is told so", () => {
    expect(outcome("approved", yes, actor("coordinator"), [{ decision: "approved", decidedByRole: "coordinator" }])).toBe("changedMeanwhile");
  });
});

test("[M4] nobody decides what they submitted, also when they have left and come back in another role", () => {
  expect(outcome("submitted", yes, { ...actor("coordinator"), membershipId: "m-new" as MembershipId, userId: "u-a" as UserId })).toBe("preparerCannotDecide");
});

test.each([
  ["another hash", [hash("a"), hash("c")]], ["one too few", [hash("a")]], ["one too many", [hash("a"), hash("b"), hash("b")]], ["none", []],
  ["the same one twice", [hash("a"), hash("a")]],
])("[M5] shown %s is not what is submitted", (_, shown) => {
  expect(outcome("submitted", { ...yes, shown })).toBe("shownContentDiffers");
});

test("[M5] the order they were shown in does not matter", () => {
  expect(outcome("submitted", { ...yes, shown: [hash("b"), hash("a")] })).toBe("approved");
});

test.each([
  ["the same", [hash("a"), hash("b")], "holds"], ["one changed", [hash("a"), hash("c")], "moved"], ["one unreadable", [hash("a"), null], "moved"],
] as const)("[M6] an approval whose documents are %s", (_, [first, second], expected) => {
  const evidence = [{ documentId: "d1" as DocumentId, approved: hash("a"), now: first }, { documentId: "d2" as DocumentId, approved: hash("b"), now: second }];
  expect(standingFrom(staleness({ evidence, conditions: [] }, "2026-11-22" as Day))).toBe(expected);
});

test.each(roles)("[M11] a condition of the builder's is met by %s", (role) => {
  expect(mayMeet(condition, milestone("approvedWithConditions"), actor(role))).toBe(role === "builder" || role === "coordinator");
});

describe("[M50] what it stands on", () => {
  const ground = (weight: Weight, state: GroundState): Ground => ({ rule: "D3", weight, state, need: { kind: "equalSplit" }, whose: ["board"], source: "brl2-14", factId: null });
  const grounds = { a: hash("c"), b: hash("d") };
  const decided = (input: DecisionInput, stands: Stands) => {
    const on = { answered: [], seats: [{ role: "coordinator" as const, inPlaceOf: null }], declared: [], proof, now, stands };
    const result = decide(milestone("submitted"), submission, actor("coordinator"), on, input);
    return result.ok ? result.value.state : result.refusal.code;
  };
  const named = (input: DecisionInput) => ({ ...input, shown: [...input.shown, grounds.a] });

  test.each(["missing", "unknown", "met"] as const)("a hard rule that is %s", (state) => {
    const stands = { grounds: [ground("hard", state)], hash: grounds.a, statedBy: [] };
    expect(decided(named(yes), stands)).toBe(state === "met" ? "approved" : "groundsMissing");
    expect(decided(named(withConditions), stands)).toBe(state === "met" ? "approvedWithConditions" : "groundsMissing");
    // a no is always possible
    expect(decided(named(back), stands)).toBe("returned");
    expect(decided(named(no), stands)).toBe("refused");
  });

  test("a soft one warns and does not block", () => {
    expect(decided(named(yes), { grounds: [ground("soft", "missing")], hash: grounds.a, statedBy: [] })).toBe("approved");
  });

  test("another ground than was shown is told apart from another text", () => {
    const stands = { grounds: [], hash: grounds.b, statedBy: [] };
    expect(decided(named(yes), stands)).toBe("groundsChanged");
    expect(decided(yes, stands)).toBe("groundsChanged");
    expect(decided(named(back), stands)).toBe("groundsChanged");
    expect(decided({ ...yes, shown: [hash("a"), hash("e"), grounds.b] }, stands)).toBe("shownContentDiffers");
  });

  test("[M4] whoever has stated what it stands on has prepared it", () => {
    expect(decided(named(yes), { grounds: [], hash: grounds.a, statedBy: ["u-coordinator" as UserId] })).toBe("preparerCannotDecide");
  });
});
