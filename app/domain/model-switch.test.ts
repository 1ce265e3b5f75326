// The switch of model as a table: who may do what, and what it makes of each milestone, whatever the project has done with it.
import { describe, expect, test } from "vitest";
import type { Defined } from "./definition";
import type { MembershipId, MilestoneId, ProjectId, UserId } from "./ids";
import { roles, type Role } from "./membership";
import { isApproved, isReached, milestoneStates, type MilestoneState } from "./milestone";
import { answerSwitch, changes, lyingOpen, mayAnswer, propose, switched, switchedSince } from "./model-switch";
import type { Actor } from "./permission";
import type { Proof } from "./presence-proof";
import { otherModel, type ProjectModel } from "./project";
import type { Result } from "./result";
import type { TemplateMilestone, Way } from "./template";
import type { Instant } from "./time";

const now = "2027-01-10T10:00:00.000Z" as Instant;
const proof: Proof = { method: "password", provedAt: now };
const stale: Proof = { method: "password", provedAt: "2027-01-10T09:00:00.000Z" as Instant };
const person = (role: Role, user = `u-${role}`): Actor => ({
  membershipId: `m-${role}` as MembershipId, userId: user as UserId, projectId: "p" as ProjectId, role, partyKind: "municipality", displayName: role,
});
const said = (result: Result<unknown>) => (result.ok ? "ok" : result.refusal.code);

const decider = { nb: "", nn: "", en: "" };
const byMunicipality: Way = { kind: "approval", preparedBy: ["board", "architect"], decidedBy: ["coordinator"], decider };
const byGroup: Way = { kind: "approval", preparedBy: ["businessManager", "board"], decidedBy: ["board"], decider };
const elsewhere: Way = { kind: "externalDecision", preparedBy: ["coordinator"], decidedBy: [], decider };
const ways = (municipalLed: Way | null, groupLed: Way | null): TemplateMilestone["byModel"] => ({ municipalLed, groupLed });
const held = (state: MilestoneState, { kind, preparedBy, decidedBy }: Way, rest: Partial<Defined> = {}) => ({
  id: "m" as MilestoneId, projectId: "p" as ProjectId, code: "M21", phase: "F4" as const, kind, state, preparedBy, decidedBy, decideOrder: "together" as const,
  plannedDay: null, expectedDay: null, reachedDay: null, expiresDay: null, stateSince: now, title: null, easyRead: null, evidenceKinds: null, afterCode: null, beforeCode: null,
  leftOutFrom: null, ...rest,
});

describe.each(roles)("[M74, M75] %s", (role) => {
  const shapes = role === "board" || role === "coordinator";
  test("proposes, with a reason and a proof, while nothing waits", () => {
    expect(said(propose(person(role), "municipalLed", "groupLed", false, "Kommunen bygger ikke.", proof, now))).toBe(shapes ? "ok" : "notAllowed");
    expect(said(propose(person(role), "municipalLed", "municipalLed", false, "x", proof, now))).toBe(shapes ? "wrongState" : "notAllowed");
    expect(said(propose(person(role), "municipalLed", "groupLed", true, "x", proof, now))).toBe(shapes ? "wrongState" : "notAllowed");
    expect(said(propose(person(role), "municipalLed", "groupLed", false, " ", proof, now))).toBe(shapes ? "invalidInput" : "notAllowed");
    expect(said(propose(person(role), "municipalLed", "groupLed", false, "x", stale, now))).toBe(shapes ? "proofMissing" : "notAllowed");
  });

  test.each(["board", "coordinator"] as const)("answers what %s proposed, when it is the other side", (proposedByRole) => {
    const proposed = { proposedByRole, proposedByUser: "u-proposer" as UserId };
    const other = shapes && role !== proposedByRole;
    const ask = (answer: Parameters<typeof answerSwitch>[2], reason = "x", given: Proof | null = proof, by = person(role)) => said(answerSwitch(by, proposed, answer, reason, given, now));
    expect(ask("confirmed")).toBe(other ? "ok" : shapes ? "ownProposal" : "notAllowed");
    expect(ask("confirmed", "", null)).toBe(other ? "proofMissing" : shapes ? "ownProposal" : "notAllowed");
    expect(ask("declined", "x", null)).toBe(other ? "ok" : shapes ? "ownProposal" : "notAllowed");
    expect(ask("declined", " ")).toBe(other ? "invalidInput" : shapes ? "ownProposal" : "notAllowed");
    expect(ask("withdrawn", "", null)).toBe(other || !shapes ? "notAllowed" : "ok");
    // who has changed sides meanwhile is still the same person
    expect(ask("confirmed", "", proof, person(role, "u-proposer"))).toBe(shapes ? "ownProposal" : "notAllowed");
    expect(mayAnswer(person(role), proposed)).toBe(other);
    expect(said(answerSwitch(person(role), null, "confirmed", "", proof, now))).toBe(shapes ? "wrongState" : "notAllowed");
  });
});

describe.each(milestoneStates)("[M77, M79] a milestone that is %s", (state) => {
  test("is prepared and decided as the other model says, and an approval of it is touched", () => {
    const to = switched(held(state, byMunicipality), ways(byMunicipality, byGroup), "groupLed", null);
    const wasRecorded = state === "recorded" || state === "decidedElsewhere";
    expect(to?.after).toMatchObject({ preparedBy: ["businessManager", "board"], decidedBy: wasRecorded ? ["coordinator"] : ["board"], state: state === "notRelevant" ? "notStarted" : state });
    expect(to?.isStale).toBe(isApproved(state));
    expect(to?.kept).toEqual([]);
    expect(lyingOpen(to ? [to] : [])).toEqual(state === "submitted" ? ["M21"] : []);
  });

  test("is not relevant where the model lacks it, unless it is reached, and comes back where it was", () => {
    const out = switched(held(state, byMunicipality), ways(byMunicipality, null), "groupLed", null);
    if (isReached(state) || state === "notRelevant") return expect(out).toBeNull();
    expect(out?.after).toMatchObject({ state: "notRelevant", leftOutFrom: null });
    const back = switched(held("notRelevant", byMunicipality), ways(byMunicipality, null), "municipalLed", state);
    expect(back?.after.state).toBe(state);
  });

  test("is left alone when both models have it alike, or it is the project's own", () => {
    if (state !== "notRelevant") expect(switched(held(state, byGroup), ways(byGroup, { ...byGroup, preparedBy: ["board", "businessManager"] }), "groupLed", null)).toBeNull();
    expect(switched(held(state, byGroup), null, "groupLed", null)).toBeNull();
  });
});

test("[M77] what somebody left out stays left out, with the roles of the new model when it is taken in again", () => {
  const left = switched(held("notRelevant", byMunicipality, { leftOutFrom: "underWay" }), ways(byMunicipality, byGroup), "groupLed", null);
  expect(left?.after).toMatchObject({ state: "notRelevant", leftOutFrom: "underWay", decidedBy: ["board"] });
});

test("[M77] what the project has chosen itself is never written over, and that is told", () => {
  const titled = switched(held("approved", byMunicipality, { title: "Vedtekter", evidenceKinds: ["bylaws"] }), ways(byMunicipality, byGroup), "groupLed", null);
  expect(titled?.after).toMatchObject({ title: "Vedtekter", evidenceKinds: ["bylaws"], decidedBy: ["board"] });
  const own = switched(held("approved", byMunicipality, { decidedBy: ["coordinator", "careLead"] }), ways(byMunicipality, byGroup), "groupLed", null);
  expect(own).toMatchObject({ kept: ["decidedBy"], isStale: false, after: { decidedBy: ["coordinator", "careLead"], preparedBy: ["businessManager", "board"] } });
  const all = switched(held("underWay", byMunicipality, { preparedBy: ["parent"], decidedBy: ["careLead"] }), ways(byMunicipality, byGroup), "groupLed", null);
  expect(all?.kept).toEqual(["preparedBy", "decidedBy"]);
  expect(all && changes(all)).toBe(false);
  // what it is decided by, and how, is one thing: it stays here to be decided by those who were chosen
  const kept = switched(held("underWay", byMunicipality, { decidedBy: ["careLead"] }), ways(byMunicipality, elsewhere), "groupLed", null);
  expect(kept?.after).toMatchObject({ kind: "approval", decidedBy: ["careLead"], preparedBy: ["coordinator"] });
});

test("[M77] what was decided elsewhere was so, whoever decides in the other model", () => {
  const to = switched(held("decidedElsewhere", elsewhere), ways(elsewhere, byGroup), "groupLed", null);
  expect(to).toMatchObject({ isStale: false, kept: [], after: { kind: "externalDecision", decidedBy: [], state: "decidedElsewhere", preparedBy: ["businessManager", "board"] } });
  const open = switched(held("underWay", elsewhere), ways(elsewhere, byGroup), "groupLed", null);
  expect(open?.after).toMatchObject({ kind: "approval", decidedBy: ["board"] });
});

test.each(["municipalLed", "groupLed"] as const)("[M77] there and back again from %s is where it was", (model: ProjectModel) => {
  const both = ways(byMunicipality, byGroup);
  const before = held("underWay", model === "municipalLed" ? byMunicipality : byGroup, { title: "Eget navn" });
  const there = switched(before, both, otherModel(model), null);
  const back = there && switched({ ...before, ...there.after }, both, model, null);
  expect(back?.after).toEqual(there?.before);
});

test("[M79] an approval the switch touched does not hold until it is switched or changed back", () => {
  const before = held("approved", byMunicipality);
  const there = switched(before, ways(byMunicipality, byGroup), "groupLed", null);
  const at = (hour: number) => `2027-01-10T1${hour}:00:00.000Z` as Instant;
  const step = (kind: "switched" | "changed", from: Defined, to: Defined, hour: number, models: { from: ProjectModel; to: ProjectModel } | null) => ({ kind, before: from, after: to, madeAt: at(hour), models });
  const [one, other] = [there?.before as Defined, there?.after as Defined];
  const first = step("switched", one, other, 1, { from: "municipalLed", to: "groupLed" });
  expect(switchedSince([first])).toEqual({ from: "municipalLed", to: "groupLed", since: at(1) });
  expect(switchedSince([first, step("switched", other, one, 2, { from: "groupLed", to: "municipalLed" })])).toBeNull();
  expect(switchedSince([first, step("changed", other, { ...other, decidedBy: ["coordinator"] }, 2, null)])).toBeNull();
  expect(switchedSince([step("switched", one, { ...one, preparedBy: ["board"] }, 1, { from: "municipalLed", to: "groupLed" })])).toBeNull();
  expect(switchedSince([])).toBeNull();
});
