// The schedule against a brute force that walks every path, and as it is read in the demo case.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { milestoneTemplate } from "../../db/reference";
import { forecast, goal, layOut, type Network, type Step } from "./schedule";
import { someSteps, step, stepsOfDemo, today } from "./schedule-testing";
import { slip } from "./slip";
import { addDays, daysBetween, type Day } from "./time";

const dayOf = (steps: readonly Step[], code: string, on: Day = today) => forecast(layOut(steps, on)).find((each) => each.code === code)?.day;

/** Every way to the place, by the definition: the longest of what begins somewhere and takes each one's days after the other. */
function longest(network: Network, place: number): number {
  const plan = network.plans[place];
  if (!plan || plan.kind === "reached") return 0;
  const grounds = [...(network.after[place] ?? [])].map((each) => longest(network, each));
  if (plan.kind === "begun") return Math.max(plan.from + plan.likely, ...grounds);
  return Math.max(plan.notBefore, plan.likely, ...grounds.map((each) => each + plan.likely));
}

describe("by chance", () => {
  test("[T2] the forecast is the longest of all paths, and never before today", () => {
    fc.assert(fc.property(someSteps, (steps) => {
      const network = layOut(steps, today);
      for (const { code, day } of forecast(network)) {
        const place = network.placeOf.get(code) as number;
        if (network.plans[place]?.kind === "reached") continue;
        expect(daysBetween(today, day)).toBe(longest(network, place));
        expect(day >= today).toBe(true);
      }
    }), { numRuns: 400 });
  });

  test("[T4] slack is exactly how much later something can come before the goal moves, and none is the critical path", () => {
    fc.assert(fc.property(someSteps, (steps) => {
      const network = layOut(steps, today);
      const movesGoal = (code: string, days: number) => slip(network, steps, code, days)?.moved.some((each) => each.code === goal) ?? false;
      for (const { code, slack, critical } of forecast(network)) {
        if (slack === null) {
          expect(movesGoal(code, 5_000)).toBe(false);
          continue;
        }
        expect(slack >= 0).toBe(true);
        if (slack > 0) expect(movesGoal(code, slack)).toBe(false);
        expect(movesGoal(code, slack + 1)).toBe(true);
        expect(critical).toBe(slack === 0);
      }
    }), { numRuns: 400 });
  });

  test("[T5] a slip moves what follows by no more than itself, and nothing to an earlier day", () => {
    fc.assert(fc.property(someSteps, fc.integer({ min: 1, max: 300 }), (steps, days) => {
      const network = layOut(steps, today);
      for (const code of network.codes) {
        for (const moved of slip(network, steps, code, days)?.moved ?? []) {
          expect(moved.days).toBeGreaterThan(0);
          expect(moved.days).toBeLessThanOrEqual(days);
          expect(addDays(moved.from, moved.days)).toBe(moved.to);
        }
      }
    }));
  });
});

test("[T1] what the model does not have is passed through, and a circle is a fault", () => {
  const steps = [step("S1"), step("S2", ["S1"], { state: "notRelevant" }), step(goal, ["S2"])];
  expect(layOut(steps, today).codes).toEqual(["S1", goal]);
  expect(dayOf(steps, goal)).toBe(addDays(today, 40));
  expect(() => layOut([step("S1", [goal]), step(goal, ["S1"])], today)).toThrow("circle");
  expect(() => layOut([step("S1", ["S2"], { state: "notRelevant" }), step("S2", ["S1"], { state: "notRelevant" }), step(goal, ["S1"])], today)).toThrow("circle");
});

test("[T1] what comes by the calendar, or is the project's own without any day, has no forecast", () => {
  const own = step("P01", [], { usualDays: null });
  expect(layOut([step("S1", [], { rhythm: "yearly" }), step("S2", [], { rhythm: "whenNeeded" }), own], today).codes).toEqual([]);
  expect(dayOf([{ ...own, plannedDay: "2027-03-01" as Day }], "P01")).toBe("2027-03-01");
});

describe("[T2] each state", () => {
  const set = "2027-03-01" as Day;
  test("what lies ahead takes its usual time after what it rests on, and is not ready before the day people have set", () => {
    expect(dayOf([step("S1")], "S1")).toBe(addDays(today, 20));
    expect(dayOf([step("S1", [], { plannedDay: set })], "S1")).toBe(set);
    expect(dayOf([step("S1", [], { plannedDay: "2026-11-25" as Day })], "S1")).toBe(addDays(today, 20));
  });
  test("a plan tighter than the shortest usual time is not believed", () => {
    const ground = step("S1", [], { plannedDay: set });
    expect(dayOf([ground, step("S2", ["S1"], { plannedDay: addDays(set, 3) })], "S2")).toBe(addDays(set, 10));
    expect(dayOf([ground, step("S2", ["S1"], { plannedDay: addDays(set, 25) })], "S2")).toBe(addDays(set, 25));
  });
  test("who is at it knows the day; without one the time spent counts, and a tenth always remains", () => {
    expect(dayOf([step("S1", [], { state: "underWay", expectedDay: addDays(today, 2) })], "S1")).toBe(addDays(today, 2));
    expect(dayOf([step("S1", [], { state: "underWay", since: addDays(today, -5) })], "S1")).toBe(addDays(today, 15));
    expect(dayOf([step("S1", [], { state: "returned", since: addDays(today, -500) })], "S1")).toBe(addDays(today, 2));
    expect(dayOf([step("S1", [], { state: "submitted", since: addDays(today, -500) })], "S1")).toBe(addDays(today, 14));
  });
  test("what is reached stands on its day", () => {
    expect(dayOf([step("S1", [], { state: "recorded", reachedDay: "2024-02-29" as Day })], "S1")).toBe("2024-02-29");
  });
});

describe("[T3] the council decides once a year, in December", () => {
  const council = (changes: Partial<Step> = {}) => step("M07", [], { rhythm: "councilInDecember", usualDays: { min: 120, max: 150 }, ...changes });
  test("what is begun in time is decided the same year; what is not, the next", () => {
    expect(dayOf([council()], "M07", "2026-07-30" as Day)).toBe("2026-12-15");
    expect(dayOf([council()], "M07", "2026-08-10" as Day)).toBe("2027-12-15");
  });
  test("a day that only leap years have comes back the day before", () => {
    const leap = council({ plannedDay: "2028-02-29" as Day });
    expect(dayOf([leap], "M07")).toBe("2028-02-29");
    expect(dayOf([leap], "M07", "2028-03-01" as Day)).toBe("2029-02-28");
  });
  test("a missed December is twelve months, also from the day people have set", () => {
    const steps = [step("S1", [], { plannedDay: "2026-12-01" as Day, state: "underWay" }), council({ after: ["S1"], state: "underWay", plannedDay: "2026-12-08" as Day }), step(goal, ["M07"])];
    expect(dayOf(steps, "M07")).toBe("2026-12-08");
    const network = layOut(steps, today);
    expect(slip(network, steps, "S1", 7)?.moved.map((each) => each.code)).toEqual(["S1"]);
    expect(slip(network, steps, "S1", 8)?.moved).toMatchObject([{ code: "S1", days: 8 }, { code: "M07", to: "2027-12-08", days: 365 }, { code: goal, days: 365 }]);
    // the one before may use the days until the council, no more
    expect(forecast(network)).toMatchObject([{ code: "S1", slack: 7 }, { code: "M07", slack: 0 }, { code: goal, slack: 0 }]);
  });
});

describe("the demo case", () => {
  const steps = stepsOfDemo();
  const found = new Map(forecast(layOut(steps, today)).map((each) => [each.code, each]));

  test("[T2] the forecast holds to the days people have set where they can be, and says where they cannot", () => {
    const set = (code: string) => steps.find((each) => each.code === code)?.expectedDay ?? steps.find((each) => each.code === code)?.plannedDay;
    for (const code of ["M14", "M16", "M17", "M18", "M19", "M25", "M26", "M27", "M28", "M30", "M31", "M39"]) expect(found.get(code)?.day).toBe(set(code));
    // two to six months from a whole application, and one to two for the settlement
    expect([found.get("M20")?.day, found.get("M34")?.day, found.get(goal)?.day]).toEqual(["2027-06-19", "2029-06-24", "2029-07-08"]);
  });

  test("[T4] the critical path goes from the building contract to moving in; the zoning plan has 124 days", () => {
    expect([...found.values()].filter((each) => each.critical).map((each) => each.code)).toEqual(["M26", "M27", "M28", "M30", "M34", goal]);
    expect(found.get("M14")?.slack).toBe(124);
    expect(found.get("M29")?.slack).toBeNull();
    expect(found.get("M01")?.slack).toBeNull();
  });
});

test("[T1] everything in the template leads to moving in or comes after it, but for the meeting, the review and half-way", () => {
  const steps = milestoneTemplate.milestones.map(({ code, after, usualDays, rhythm, holdsUntil }) => step(code, after, { usualDays, rhythm, holdsUntil }));
  const apart = forecast(layOut(steps, today)).filter((each) => each.slack === null).map((each) => each.code);
  expect(apart.sort()).toEqual(["M29", "M36", "M39"]);
});
