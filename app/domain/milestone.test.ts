// Milestones as tables: every state with every deed, who may, and what stands in the way.
import { expect, test } from "vitest";
import type { MembershipId, MilestoneId, ProjectId, UserId } from "./ids";
import { isApproved, isReached, milestoneKinds, milestoneStates, record, recordDecision, schedule, start, submit, type Milestone, type MilestoneKind, type MilestoneState } from "./milestone";
import type { Actor } from "./permission";
import type { Day, Instant } from "./time";

const day = (text: string) => text as Day;
const board: Actor = { membershipId: "m-board" as MembershipId, userId: "u-board" as UserId, projectId: "p" as ProjectId, role: "board", partyKind: "parentGroup", displayName: "Forelder A" };
const parent: Actor = { ...board, membershipId: "m-parent" as MembershipId, userId: "u-parent" as UserId, role: "parent" };

function milestone(state: MilestoneState, kind: MilestoneKind = "approval"): Milestone {
  return {
    id: "m15" as MilestoneId, projectId: "p" as ProjectId, code: "M15", phase: "F4", kind, state, preparedBy: ["board"], decidedBy: ["coordinator"], decideOrder: "together",
    plannedDay: null, expectedDay: null, reachedDay: null, expiresDay: null, stateSince: "2026-11-01T10:00:00.000Z" as Instant,
  };
}

const outcome = (result: { ok: boolean; value?: unknown; refusal?: { code: string } }) => (result.ok ? "ok" : result.refusal?.code);

test.each(milestoneStates)("[M1] start from %s", (state) => {
  expect(outcome(start(milestone(state), board))).toBe(state === "notStarted" ? "ok" : "wrongState");
  expect(outcome(start(milestone(state), parent))).toBe("notAllowed");
});

test.each(milestoneStates.flatMap((state) => milestoneKinds.map((kind) => [state, kind] as const)))("[M2, M7] submit from %s when it is a %s", (state, kind) => {
  const open = ["notStarted", "underWay", "returned", "reopened"].includes(state);
  expect(outcome(submit(milestone(state, kind), board, ["plan"], true))).toBe(kind === "approval" && open ? "ok" : "wrongState");
  // an approved one only when its ground has moved
  expect(outcome(submit(milestone(state, kind), board, ["plan"], false))).toBe(kind === "approval" && (open || isApproved(state)) ? "ok" : "wrongState");
  expect(outcome(submit(milestone(state, kind), parent, ["plan"], false))).toBe("notAllowed");
});

test("[M2] nothing is no evidence", () => {
  expect(outcome(submit(milestone("underWay"), board, [], true))).toBe("evidenceMissing");
});

test.each(milestoneStates.flatMap((state) => milestoneKinds.map((kind) => [state, kind] as const)))("[M8] record in %s when it is a %s", (state, kind) => {
  const open = !isReached(state) && state !== "notRelevant";
  expect(outcome(record(milestone(state, kind), board))).toBe(kind === "recordedEvent" && open ? "ok" : "wrongState");
  expect(outcome(recordDecision(milestone(state, kind), board))).toBe(kind === "externalDecision" && open ? "ok" : "wrongState");
  expect(outcome(record(milestone(state, kind), parent))).toBe("notAllowed");
  expect(outcome(recordDecision(milestone(state, kind), parent))).toBe("notAllowed");
});

test.each(milestoneStates)("[M9] new days in %s", (state) => {
  const expires = { plannedDay: null, expectedDay: null, expiresDay: day("2027-09-30") };
  expect(outcome(schedule(milestone(state), board, expires))).toBe(state === "notRelevant" ? "wrongState" : "ok");
  const planned = { ...expires, expectedDay: day("2027-01-15") };
  expect(outcome(schedule(milestone(state), board, planned))).toBe(state === "notRelevant" || isReached(state) ? "wrongState" : "ok");
  expect(outcome(schedule(milestone(state), parent, planned))).toBe("notAllowed");
});
