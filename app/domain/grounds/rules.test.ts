// The rules as tables: what is in place, what is missing, and what nobody has said, in both models, on the day and the day after.
import { describe, expect, test } from "vitest";
import type { Hash, MembershipId, UserId } from "../ids";
import type { MilestoneState } from "../milestone";
import { projectModels, type ProjectModel } from "../project";
import type { Day, Instant } from "../time";
import { byLawFacts } from "./bylaw-facts";
import type { Fact, FactName, FactValue } from "./fact";
import { blocked, blocking } from "./ground";
import { codesWithRules, fourEyes, groundsFor, type GroundFacts, type GroundMilestone } from "./rules";

const day = (text: string) => text as Day;
const fact = (name: FactName, value: FactValue): [FactName, Fact] => [name, {
  id: `fact-${name}`, name, value, note: "", source: "stated", at: "2026-11-01T10:00:00.000Z" as Instant,
  by: { membershipId: "m" as MembershipId, userId: "u" as UserId, name: "Forelder B", role: "board" },
}];
const milestone = (code: string, state: MilestoneState = "notStarted", rest: Partial<GroundMilestone> = {}): [string, GroundMilestone] => [code, {
  code, state, preparedBy: ["board"], decidedBy: ["coordinator"], plannedDay: null, expectedDay: null, reachedDay: null, expiresDay: null, standing: null, holdsUntil: null, ...rest,
}];
const given = (rest: { model?: ProjectModel; on?: string; today?: string; facts?: readonly [FactName, Fact][]; milestones?: readonly [string, GroundMilestone][] } = {}): GroundFacts => ({
  model: rest.model ?? "municipalLed", homeCount: 10, today: day(rest.today ?? "2026-11-22"), on: rest.on === undefined ? null : day(rest.on), facts: new Map(rest.facts ?? []), milestones: new Map(rest.milestones ?? []),
});
/** "D3 hard met" and so on, in the order they come. */
const said = (code: string, facts: GroundFacts) => groundsFor(code, facts).map(({ rule, weight, state }) => `${rule} ${weight} ${state}`);

const allReached = ["M20", "M25", "M26", "M27"].map((code) => milestone(code, "decidedElsewhere", { reachedDay: day("2027-12-01") }));

describe("[M51] building starts", () => {
  test.each(["M20", "M25", "M26", "M27"])("not without %s", (code) => {
    const milestones = allReached.map((each) => (each[0] === code ? milestone(code, "underWay") : each));
    const facts = [fact("buyersBound", { count: 7, of: null })];
    const missing = blocking(groundsFor("M28", given({ milestones, facts })));
    expect(missing).toMatchObject([{ rule: "D1", need: { kind: "reached", code, moved: false }, whose: ["board"] }]);
    expect(blocked(groundsFor("M28", given({ milestones: allReached, facts })))).toBeNull();
  });

  test("not while an approval it needs does not hold, and whose it is when it lies for decision", () => {
    const moved = [...allReached.slice(0, 3), milestone("M27", "approved", { standing: "moved" })];
    expect(blocking(groundsFor("M28", given({ model: "groupLed", milestones: moved })))).toMatchObject([{ need: { code: "M27", moved: true } }]);
    const lies = [...allReached.slice(0, 3), milestone("M27", "submitted")];
    expect(blocking(groundsFor("M28", given({ model: "groupLed", milestones: lies })))).toMatchObject([{ whose: ["coordinator"] }]);
  });

  test("what the model leaves out is not asked for", () => {
    const without = [...allReached.slice(0, 3), milestone("M27", "notRelevant")];
    expect(blocking(groundsFor("M28", given({ model: "groupLed", milestones: without })))).toEqual([]);
  });

  test.each([["2028-06-01", "met"], ["2028-06-02", "missing"]])("in the group's own hands by six months after the commitment: %s is %s", (on, state) => {
    const started = groundsFor("M28", given({ model: "groupLed", milestones: allReached, on }));
    expect(started.find((each) => each.rule === "D1b")).toMatchObject({ weight: "soft", state, need: { until: "2028-06-01", start: on } });
    expect(groundsFor("M28", given({ milestones: allReached, on })).some((each) => each.rule === "D1b")).toBe(false);
  });
});

describe("[M52] seven of ten homes have a buyer", () => {
  test.each([[null, "unknown"], [0, "missing"], [6, "missing"], [7, "met"], [10, "met"]] as const)("%s: %s", (count, state) => {
    const facts = count === null ? [] : [fact("buyersBound", { count, of: null })];
    expect(groundsFor("M26", given({ facts }))).toMatchObject([{ rule: "D2", weight: "hard", state, need: { kind: "homes", least: 7, all: 10 }, whose: ["coordinator", "loanOfficer"] }]);
    // the number itself is nowhere in it
    expect(JSON.stringify(groundsFor("M26", given({ facts })))).not.toContain("count");
    expect(groundsFor("M26", given({ facts, model: "groupLed" }))).toEqual([]);
  });

  test("rounded up: of nine homes it takes seven", () => {
    expect(groundsFor("M26", { ...given(), homeCount: 9 })).toMatchObject([{ need: { least: 7 } }]);
  });
});

describe("[M53] the founding", () => {
  const inOrder = [fact("debtShare", 70), fact("equalSplit", true), fact("auditDay", day("2027-06-01"))];
  const approved = [milestone("M21", "approved", { standing: "holds" })];

  test.each([
    ["2027-06-01", "met"], ["2027-06-29", "met"], ["2027-06-30", "missing"], ["2027-05-31", "missing"],
  ])("on %s with an audit of 1 June is %s", (on, state) => {
    const grounds = groundsFor("M22", given({ facts: inOrder, milestones: approved, on }));
    expect(grounds.at(-1)).toMatchObject({ rule: "D3", weight: "hard", state, need: { kind: "auditDay", until: "2027-06-29", founding: on } });
    expect(blocked(grounds) === null).toBe(state === "met");
  });

  test.each([[74.99, "met"], [75, "met"], [75.01, "missing"], [80, "missing"]] as const)("shared debt of %s per cent is %s", (share, state) => {
    const facts = [fact("debtShare", share), fact("equalSplit", true)];
    for (const code of ["M21", "M22"]) expect(groundsFor(code, given({ facts, milestones: approved })).find((each) => each.need.kind === "debtShare")).toMatchObject({ weight: "hard", state, need: { is: share } });
  });

  test("nobody has said, or the split is not equal: the by-laws are not approved", () => {
    expect(said("M21", given())).toEqual(["D3 hard unknown", "D3 hard unknown", "bylaws hard unknown", "D3 soft unknown"]);
    expect(said("M21", given({ facts: [fact("debtShare", 70), fact("equalSplit", false)] }))).toEqual(["D3 hard met", "D3 hard missing", "bylaws hard unknown", "D3 soft unknown"]);
    const checked = [fact("shareAmount", 5000), fact("municipalHomes", 0), ...byLawFacts.map((name) => fact(name, "met"))];
    expect(blocked(groundsFor("M21", given({ facts: [...inOrder.slice(0, 2), ...checked] })))).toBeNull();
  });

  test("an audit that will be too old by the day the founding is expected is a warning while the by-laws are approved", () => {
    const expected = (expectedDay: string) => groundsFor("M21", given({ facts: inOrder, milestones: [milestone("M22", "notStarted", { expectedDay: day(expectedDay) })] })).at(-1)?.state;
    expect([expected("2027-06-29"), expected("2027-06-30")]).toEqual(["met", "missing"]);
  });

  test("needs by-laws that are approved and hold", () => {
    for (const [milestones, state] of [[approved, "met"], [[milestone("M21", "approved", { standing: "moved" })], "missing"], [[milestone("M21")], "missing"]] as const) {
      expect(groundsFor("M22", given({ facts: inOrder, milestones: [...milestones], on: "2027-06-10" }))[0]).toMatchObject({ state, need: { kind: "reached", code: "M21" } });
    }
  });
});

describe("[M54] registration within three months", () => {
  const founded = [milestone("M22", "decidedElsewhere", { reachedDay: day("2027-06-22") })];
  test.each([
    [null, "2027-09-22", "unknown"], [null, "2027-09-23", "missing"], ["2027-06-22", "2027-10-01", "met"], ["2027-09-22", "2027-10-01", "met"],
    ["2027-09-23", "2027-10-01", "missing"], ["2027-06-21", "2027-10-01", "missing"],
  ] as const)("registered %s, asked on %s: %s", (registered, today, state) => {
    const facts = registered === null ? [] : [fact("registeredDay", day(registered))];
    for (const code of ["M34", "M22"]) {
      expect(groundsFor(code, given({ facts, milestones: founded, today })).find((each) => each.rule === "D4")).toMatchObject({ weight: "hard", state, need: { until: "2027-09-22" } });
    }
  });

  test("runs from the founding, and is no ground of it", () => {
    expect(said("M22", given()).some((each) => each.startsWith("D4"))).toBe(false);
    expect(groundsFor("M34", given({ facts: [fact("registeredDay", day("2027-07-01"))] })).find((each) => each.rule === "D4")).toMatchObject({ state: "unknown" });
  });
});

describe("[M55] counts", () => {
  const households = [fact("householdsClarified", { count: 10, of: null }), fact("guardianConsents", { count: 2, of: 2 })];
  test("settlement takes every household, and consent for all who need it", () => {
    const milestones = [milestone("M17", "approved", { standing: "holds" })];
    const d5 = (facts: readonly [FactName, Fact][]) => groundsFor("M34", given({ facts, milestones })).filter((each) => each.rule === "D5").map((each) => each.state);
    expect(d5(households)).toEqual(["met", "met", "met"]);
    expect(d5([fact("householdsClarified", { count: 9, of: null }), fact("guardianConsents", { count: 1, of: 2 })])).toEqual(["met", "missing", "missing"]);
    expect(d5([fact("guardianConsents", { count: 0, of: 0 })])).toEqual(["met", "unknown", "met"]);
  });

  test.each(projectModels)("the grant and the VAT (%s) take every decision on services and cover day and night", (model) => {
    const milestones = [milestone("M31", "approved", { standing: "holds" })];
    const facts = [fact("serviceDecisions", { count: 10, of: null }), fact("coverageAllDay", true)];
    expect(said("M36", given({ model, milestones, facts }))).toEqual(["D6 hard met", "D6 hard met", "D6 hard met"]);
    expect(said("M36", given({ model, milestones: [milestone("M31")], facts: [fact("serviceDecisions", { count: 9, of: null }), fact("coverageAllDay", false)] }))).toEqual(["D6 hard missing", "D6 hard missing", "D6 hard missing"]);
    expect(said("M36", given({ model, milestones }))).toEqual(["D6 hard unknown", "D6 hard met", "D6 hard unknown"]);
  });
});

describe("[M56] warnings never block", () => {
  test.each([["2026-12-15", "2026-12-15"], ["2026-12-16", "2027-12-15"]])("the council that comes, asked on %s, is in %s", (today, next) => {
    expect(groundsFor("M19", given({ today, milestones: [milestone("M07")] }))).toMatchObject([{ rule: "D7", weight: "soft", state: "missing", need: { next } }]);
    expect(said("M19", given({ today, milestones: [milestone("M07", "decidedElsewhere")] }))).toEqual(["D7 soft met"]);
  });

  test.each([["2028-09-11", "met"], ["2028-09-12", "missing"]])("a staffing plan of %s, nine months before 11 June 2029, is %s", (reached, state) => {
    const milestones = [milestone("M31", "approved", { reachedDay: day(reached) }), milestone("M35", "submitted", { plannedDay: day("2029-06-11") })];
    expect(groundsFor("M35", given({ milestones }))).toMatchObject([{ rule: "D8", weight: "soft", state, need: { by: "2028-09-11" } }]);
    expect(blocked(groundsFor("M35", given({ milestones })))).toBeNull();
  });

  test.each([["2027-09-30", "met"], ["2027-10-01", "missing"]])("an option until 30 September for a start on %s is %s", (on, state) => {
    const milestones = [milestone("M13", "decidedElsewhere", { expiresDay: day("2027-09-30"), holdsUntil: "M27" }), milestone("M27", "notStarted", { expectedDay: day("2027-01-01") })];
    expect(groundsFor("M27", given({ milestones, on }))).toMatchObject([{ rule: "D9", weight: "soft", state, need: { code: "M13", until: on } }]);
    expect(groundsFor("M27", given({ milestones: [milestone("M13", "underWay", { expiresDay: day("2027-09-30"), holdsUntil: "M27" })] }))).toEqual([]);
  });
});

test("[M50] hard and unknown is not met; a refusal names each rule once; other milestones are asked nothing", () => {
  expect(blocked(groundsFor("M34", given()))).toEqual({ ok: false, refusal: { code: "groundsMissing", rules: ["D5", "D4"] } });
  expect(groundsFor("M15", given())).toEqual([]);
  expect(codesWithRules).toEqual(["M19", "M21", "M22", "M26", "M27", "M28", "M34", "M35", "M36"]);
  expect(fourEyes([])).toMatchObject({ rule: "D10", weight: "hard", state: "met" });
  expect(blocking([fourEyes(["board"])])).toMatchObject([{ whose: ["board"] }]);
});

test("[M50] another statement of the same is another ground", () => {
  const twice = (id: string) => JSON.stringify(groundsFor("M26", given({ facts: [["buyersBound", { ...fact("buyersBound", { count: 8, of: null })[1], id }]] })));
  expect(twice("a" as Hash)).not.toBe(twice("b" as Hash));
});
