// What moves when the zoning plan of the demo slips, day for day, and what then runs out too early.
import { expect, test } from "vitest";
import { goal, layOut } from "./schedule";
import { step, stepsOfDemo, today } from "./schedule-testing";
import { slip } from "./slip";
import { addDays, type Day } from "./time";

const steps = stepsOfDemo();
const network = layOut(steps, today);

test("[T5] the zoning plan 98 days later moves nothing else: the building contract can wait until 25 July 2027", () => {
  expect(slip(network, steps, "M14", 98)?.moved).toEqual([{ code: "M14", from: "2027-03-23", to: "2027-06-29", days: 98 }]);
  expect(slip(network, steps, "M14", 124)?.moved.map((each) => each.code)).toEqual(["M14"]);
  expect(slip(network, steps, "M14", 125)?.moved.at(-1)).toMatchObject({ code: "M36", days: 1 });
});

test("[T5, T6] 200 days later moves building and moving in 76 days, and the option lacks 154 days", () => {
  const found = slip(network, steps, "M14", 200);
  expect(found?.moved.map(({ code, to, days }) => [code, to, days])).toEqual([
    ["M14", "2027-10-09", 200], ["M25", "2028-01-01", 54], ["M26", "2028-02-06", 76], ["M27", "2028-03-02", 76], ["M28", "2028-04-02", 76],
    ["M29", "2028-11-13", 76], ["M30", "2029-08-09", 76], ["M34", "2029-09-08", 76], [goal, "2029-09-22", 76], ["M39", "2029-12-21", 11], ["M36", "2030-03-07", 76],
  ]);
  expect(found?.runsOut).toEqual([{ code: "M13", day: "2027-09-30", until: "M27", needed: "2028-03-02", short: 154, already: true }]);
});

test("[T6] what ran long enough before the slip, and does not after it, is told apart from what never did", () => {
  const own = [step("S1", [], { state: "recorded", reachedDay: today, expiresDay: addDays(today, 50), holdsUntil: goal }), step("S2", ["S1"]), step(goal, ["S2"])];
  expect(slip(layOut(own, today), own, "S2", 10)?.runsOut).toEqual([]);
  expect(slip(layOut(own, today), own, "S2", 11)?.runsOut).toMatchObject([{ code: "S1", until: goal, short: 1, already: false }]);
  const reached = own.map((each) => (each.code === goal ? { ...each, state: "approved" as const, reachedDay: "2026-11-01" as Day } : each));
  expect(slip(layOut(reached, today), reached, "S2", 900)?.runsOut).toEqual([]);
});

test("[T5] nothing slips that is reached, not relevant or not there", () => {
  expect(slip(network, steps, "M13", 10)).toBeNull();
  expect(slip(network, steps, "M40", 10)).toBeNull();
  expect(slip(network, steps, "M99", 10)).toBeNull();
});
