// Steps for tests of the schedule: made by hand, drawn by chance, and those of the demo case as they stand on its day.
import fc from "fast-check";
import { milestoneTemplate, solknatten } from "../../db/reference";
import { goal, type Step } from "./schedule";
import { addDays, type Day } from "./time";

export const today = "2026-11-22" as Day;

export function step(code: string, after: readonly string[] = [], changes: Partial<Step> = {}): Step {
  return {
    code, after, state: "notStarted", since: today, plannedDay: null, expectedDay: null, reachedDay: null, expiresDay: null,
    usualDays: { min: 10, max: 30 }, rhythm: null, holdsUntil: null, ...changes,
  };
}

/** The milestones of the demo as its people left them: what they recorded, decided, began and planned. */
export function stepsOfDemo(): Step[] {
  const steps = new Map(milestoneTemplate.milestones.map(({ code, after, usualDays, rhythm, holdsUntil }) => [code, step(code, after, { usualDays, rhythm, holdsUntil })]));
  for (const each of solknatten.steps) {
    const before = "code" in each && each.code !== undefined ? steps.get(each.code) : undefined;
    if (!before) continue;
    const change = (changes: Partial<Step>) => steps.set(before.code, { ...before, ...changes });
    if (each.act === "schedule") change({ plannedDay: each.planned, expectedDay: each.expected });
    if (each.act === "start") change({ state: "underWay", since: each.day });
    if (each.act === "submit") change({ state: "submitted", since: each.day });
    if (each.act === "decide") change({ state: "approved", since: each.day, reachedDay: each.day });
    if (each.act === "recordEvent") change({ state: "recorded", since: each.day, reachedDay: each.on });
    if (each.act === "recordDecision") change({ state: "decidedElsewhere", since: each.day, reachedDay: each.on, expiresDay: each.expiresDay });
  }
  return [...steps.values()];
}

const day = (least: number, most: number) => fc.integer({ min: least, max: most }).map((count) => addDays(today, count));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2, nil: null });

const range = fc.record({ min: fc.integer({ min: 0, max: 60 }), more: fc.integer({ min: 0, max: 90 }) }).map(({ min, more }) => ({ min, max: min + more }));

/** Two to nine steps without a circle, the last of them the goal, in any order. */
export const someSteps: fc.Arbitrary<Step[]> = fc.integer({ min: 2, max: 9 }).chain((count) => {
  const codes = Array.from({ length: count }, (_, place) => (place === count - 1 ? goal : `S${place}`));
  const each = codes.map((code, place) =>
    fc.record({
      after: fc.subarray(codes.slice(0, place)),
      usualDays: code === goal ? range : maybe(range),
      state: code === goal ? fc.constant("notStarted" as const) : fc.constantFrom(...(["notStarted", "notStarted", "underWay", "submitted", "recorded", "notRelevant"] as const)),
      since: day(-200, 0),
      plannedDay: maybe(day(-50, 400)),
      expectedDay: maybe(day(-50, 400)),
      expiresDay: maybe(day(0, 400)),
    }).map(({ after, ...rest }) => step(code, after, { ...rest, reachedDay: rest.state === "recorded" ? rest.since : null, holdsUntil: goal })),
  );
  return fc.tuple(...each).chain((steps) => fc.shuffledSubarray(steps, { minLength: steps.length, maxLength: steps.length }));
});
