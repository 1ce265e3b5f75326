// The chances: the same for the same project, in order, never before today, never earlier for a longer range, and spread as the triangle says.
import fc from "fast-check";
import { expect, test } from "vitest";
import { chances, drawn } from "./forecast";
import { goal, layOut, type Step } from "./schedule";
import { someSteps, step, stepsOfDemo, today } from "./schedule-testing";
import type { Day } from "./time";

const of = (steps: readonly Step[], runs = 300, seed = "a project", target: Day | null = null) => chances(layOut(steps, today), steps, seed, target, runs);

test("[T7] the same project gives the same chances whenever they are asked for; another project has other luck", () => {
  const steps = stepsOfDemo();
  expect(of(steps, 5_000)).toEqual(of(steps, 5_000));
  expect(of(steps, 5_000)).not.toEqual(of(steps, 5_000, "another project"));
});

test("[T7] half before eight of ten, and no run before today", () => {
  fc.assert(fc.property(someSteps, (steps) => {
    const found = of(steps);
    if (!found) throw new Error("no goal");
    expect(found.p50 <= found.p80).toBe(true);
    expect(found.p50 >= today).toBe(true);
    expect(of(steps, 1)?.p50 as string >= today).toBe(true);
  }));
});

test("[T7] a longer range never makes it earlier, whatever the luck", () => {
  const longer = fc.record({ place: fc.nat(8), least: fc.integer({ min: 0, max: 80 }), more: fc.integer({ min: 0, max: 80 }) });
  fc.assert(fc.property(someSteps, longer, (steps, { place, least, more }) => {
    const stretched = steps.map((each, at) => {
      if (at !== place % steps.length || !each.usualDays) return each;
      const min = each.usualDays.min + least;
      return { ...each, usualDays: { min, max: Math.max(min, each.usualDays.max + more) } };
    });
    const [before, after] = [of(steps), of(stretched)];
    expect((after?.p50 ?? "") >= (before?.p50 ?? "x")).toBe(true);
    expect((after?.p80 ?? "") >= (before?.p80 ?? "x")).toBe(true);
  }), { numRuns: 300 });
});

test("[T7] what is drawn is spread as a triangle: its mean, its ends, and half on either side", () => {
  const points = { least: 10, likely: 20, most: 60 };
  const all = Array.from({ length: 10_001 }, (_, each) => drawn(points, each / 10_000));
  expect([all[0], all.at(-1)]).toEqual([10, 60]);
  expect(all.reduce((sum, each) => sum + each, 0) / all.length).toBeCloseTo(30, 0);
  expect(all.filter((each) => each <= 20).length / all.length).toBeCloseTo(0.21, 1);
  expect(drawn({ least: 7, likely: 7, most: 7 }, 0.3)).toBe(7);
});

test("[T8] what decides is what both takes long in some runs and holds up the goal", () => {
  const steps = [
    step("wild", [], { usualDays: { min: 10, max: 300 } }), step("calm", ["wild"], { usualDays: { min: 30, max: 40 } }),
    step("beside", [], { usualDays: { min: 1, max: 60 } }), step(goal, ["calm", "beside"], { usualDays: { min: 1, max: 2 } }),
  ];
  const drivers = of(steps, 2_000)?.drivers;
  expect(drivers?.map((each) => each.code)).toEqual(["wild"]);
  expect(drivers?.[0]?.weight).toBeGreaterThan(0.9);
  expect(drivers?.[0]?.share).toBeGreaterThan(0.95);
});

test("[T7, T8] the demo: by mid-August 2029 in half of the runs, early October in eight of ten; building and the zoning plan decide", () => {
  const found = of(stepsOfDemo(), 5_000, "solknatten", "2029-06-11" as Day);
  expect(found?.p50.slice(0, 7)).toBe("2029-08");
  expect(found?.p80.slice(0, 7)).toBe("2029-10");
  expect(found?.drivers.map((each) => each.code)).toEqual(["M30", "M14"]);
  expect(found?.runsOut).toEqual([{ code: "M13", share: 1 }]);
  expect(found?.onTarget).toBeLessThan(0.05);
});

test("[T7] a project that has moved in, or has no such milestone, has no chances to tell", () => {
  expect(of([step(goal, [], { state: "approved", reachedDay: today })])).toBeNull();
  expect(of([step("S1")])).toBeNull();
});
