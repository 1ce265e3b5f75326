// Changing what a milestone is, as a table: every role, every deed, every state; and what cannot be.
import { describe, expect, test } from "vitest";
import { addOwn, changedFields, changedSince, definedOf, definitionOf, leaveOut, neighbour, nextOwnCode, redefine, takeIn, type Definition, type MilestoneChange } from "./definition";
import type { MembershipId, MilestoneId, ProjectId, UserId } from "./ids";
import { roles, type Role } from "./membership";
import { isReached, milestoneStates, type MilestoneState } from "./milestone";
import type { Actor } from "./permission";
import type { Result } from "./result";
import type { Instant } from "./time";

const person = (role: Role): Actor => ({
  membershipId: `m-${role}` as MembershipId, userId: `u-${role}` as UserId, projectId: "p" as ProjectId, role, partyKind: "municipality", displayName: role,
});
const held = (state: MilestoneState, code = "M15", leftOutFrom: MilestoneState | null = null) => ({
  id: "m" as MilestoneId, projectId: "p" as ProjectId, code, phase: "F4" as const, kind: "approval" as const, state, preparedBy: ["board", "architect"] as const,
  decidedBy: ["coordinator"] as Role[], decideOrder: "together" as const, plannedDay: null, expectedDay: null, reachedDay: null, expiresDay: null,
  stateSince: "2026-11-22T10:00:00.000Z" as Instant, title: null, easyRead: null, evidenceKinds: null, afterCode: null, beforeCode: null, leftOutFrom,
});
const shapes: readonly Role[] = ["board", "coordinator"];
const network = new Map([["M15", []], ["M17", ["M15"]], ["M20", ["M17"]], ["X01", []]]);
const said = (result: Result<unknown>) => (result.ok ? "ok" : result.refusal.code);
const fault = (result: Result<unknown>) => (result.ok || result.refusal.code !== "invalidInput" ? said(result) : Object.entries(result.refusal.fields)[0]?.join(" "));

describe.each(milestoneStates)("[M66-M69] a milestone that is %s", (state) => {
  test.each(roles)("for %s", (role) => {
    const mayAtAll = shapes.includes(role);
    const renamed = { ...definitionOf(held(state)), title: "Noe annet" };
    const changed = redefine(held(state), person(role), renamed, network);
    expect(said(changed)).toBe(!mayAtAll ? "notAllowed" : state === "notRelevant" ? "wrongState" : state === "submitted" ? "submissionOpen" : "ok");
    if (changed.ok) expect(changed.value).toEqual(["title"]);
    const left = leaveOut(held(state), person(role), "Vi trenger den ikke.");
    expect(said(left)).toBe(!mayAtAll ? "notAllowed" : state === "submitted" ? "submissionOpen" : state === "notRelevant" || isReached(state) ? "wrongState" : "ok");
    expect(said(takeIn(held(state, "M15", "underWay"), person(role)))).toBe(!mayAtAll ? "notAllowed" : state === "notRelevant" ? "ok" : "wrongState");
    // what the model does not have cannot be taken in by hand
    expect(said(takeIn(held(state), person(role)))).toBe(mayAtAll ? "wrongState" : "notAllowed");
  });
});

test("[M69] left out with a reason only, and back where it was", () => {
  expect(fault(leaveOut(held("underWay"), person("board"), "  "))).toBe("reason required");
  expect(takeIn(held("notRelevant", "M15", "returned"), person("board"))).toEqual({ ok: true, value: "returned" });
});

describe("[M66] who decides", () => {
  const asks = (role: Role, decidedBy: readonly Role[], from: readonly Role[] = ["coordinator"]) =>
    fault(redefine({ ...held("underWay"), decidedBy: [...from] }, person(role), { ...definitionOf(held("underWay")), decidedBy }, network));

  test("is changed by its own side", () => {
    expect(asks("coordinator", ["coordinator", "careLead"])).toBe("ok");
    expect(asks("coordinator", ["coordinator", "board"])).toBe("decidersOfOthers");
    expect(asks("coordinator", ["coordinator"], ["coordinator", "board"])).toBe("decidersOfOthers");
    expect(asks("board", ["coordinator", "board"])).toBe("ok");
    expect(asks("board", ["coordinator"], ["coordinator", "board"])).toBe("ok");
    expect(asks("board", ["board"])).toBe("decidersOfOthers");
    expect(asks("board", ["coordinator", "loanOfficer"])).toBe("decidersOfOthers");
  });

  test("is always somebody, once each, and of the roles that can", () => {
    expect(asks("coordinator", [])).toBe("decidedBy required");
    expect(asks("coordinator", ["coordinator", "coordinator"])).toBe("decidedBy twice");
    expect(asks("coordinator", ["architect"])).toBe("decidedBy notAChoice");
  });

  test("[M36] in an order that either side may set", () => {
    const two = { ...held("underWay"), decidedBy: ["careLead", "coordinator"] as Role[] };
    const inTurn: Definition = { ...definitionOf(two), decideOrder: "inTurn", decidedBy: ["coordinator", "careLead"] };
    for (const role of shapes) expect(redefine(two, person(role), inTurn, network)).toMatchObject({ ok: true });
    expect(changedFields(definitionOf(two), { ...definitionOf(two), decidedBy: ["coordinator", "careLead"] })).toEqual([]);
    expect(changedFields({ ...inTurn, decidedBy: ["careLead", "coordinator"] }, inTurn)).toEqual(["decidedBy"]);
  });
});

describe("[M65] a milestone of one's own", () => {
  const own: Definition = {
    title: "Nabovarsel", easyRead: "Naboene får vite om huset.", kind: "approval", preparedBy: ["board"], decidedBy: ["coordinator", "board"], decideOrder: "inTurn", evidenceKinds: [],
    afterCode: "M15", beforeCode: null,
  };
  const add = (role: Role, changes: Partial<Definition> = {}, known: ReadonlyMap<string, readonly string[]> = new Map([...network, ["X02", ["M15"]]])) => fault(addOwn("X02", person(role), { ...own, ...changes }, known));

  test.each(roles)("%s", (role) => expect(add(role)).toBe(shapes.includes(role) ? "ok" : "notAllowed"));

  test("says what it is", () => {
    expect(add("board", { title: " " })).toBe("title required");
    expect(add("board", { easyRead: null })).toBe("easyRead required");
    expect(add("board", { preparedBy: [] })).toBe("preparedBy required");
    expect(add("board", { preparedBy: ["observer"] })).toBe("preparedBy notAChoice");
    expect(add("board", { decidedBy: [] })).toBe("decidedBy required");
    expect(add("board", { kind: "recordedEvent" })).toBe("decidedBy notAChoice");
    expect(add("board", { kind: "recordedEvent", decidedBy: [] })).toBe("ok");
    expect(add("board", { afterCode: "M99" })).toBe("afterCode notAChoice");
    expect(add("board", { afterCode: "X02" })).toBe("afterCode notAChoice");
    expect(add("board", { afterCode: "M20", beforeCode: "M15" }, new Map([...network, ["X02", ["M20"]], ["M15", ["X02"]]]))).toBe("beforeCode wouldCircle");
  });

  test("has a code no template has, and none that was used", () => {
    expect(nextOwnCode(["M01", "M40"])).toBe("X01");
    expect(nextOwnCode(["M01", "X01", "X07"])).toBe("X08");
    expect(nextOwnCode(["X99"])).toBe("X100");
  });
});

test("[M70] a milestone changes places within its phase only", () => {
  const order = [{ code: "M15", phase: "F4" }, { code: "M16", phase: "F4" }, { code: "M24", phase: "F5" }] as const;
  expect(neighbour(order, "M15", "up")).toBeNull();
  expect(neighbour(order, "M15", "down")?.code).toBe("M16");
  expect(neighbour(order, "M16", "down")).toBeNull();
  expect(neighbour(order, "M99", "down")).toBeNull();
});

describe("[M68] what was approved is another thing", () => {
  const at = (minute: number) => `2026-11-22T10:${String(minute).padStart(2, "0")}:00.000Z` as Instant;
  const start = definedOf(held("approved"));
  const change = (minute: number, before: Partial<Definition>, after: Partial<Definition>, kind: MilestoneChange["kind"] = "changed") => ({ kind, madeAt: at(minute), before: { ...start, ...before }, after: { ...start, ...after } });

  test("when its name, who decides or the evidence is", () => {
    expect(changedSince([])).toBeNull();
    expect(changedSince([change(15, {}, { title: "Ny" })])).toEqual({ fields: ["title"], at: at(15) });
    expect(changedSince([change(15, {}, { preparedBy: ["board"], easyRead: "x", decideOrder: "inTurn" })])).toBeNull();
    expect(changedSince([change(15, {}, { decidedBy: ["board"] }), change(16, { decidedBy: ["board"] }, { decidedBy: ["board"], evidenceKinds: ["drawing"] })])).toEqual({ fields: ["decidedBy", "evidenceKinds"], at: at(16) });
  });

  test("and no longer when it is changed back", () => {
    expect(changedSince([change(15, {}, { title: "Ny" }), change(16, { title: "Ny" }, {})])).toBeNull();
  });

  test("a switch of model in between is a reason of its own", () => {
    const switched = [change(15, {}, { title: "Ny" }), change(16, { title: "Ny" }, { title: "Ny", decidedBy: ["board"] }, "switched"), change(17, { title: "Ny", decidedBy: ["board"] }, { decidedBy: ["board"] })];
    expect(changedSince(switched)).toBeNull();
  });
});
