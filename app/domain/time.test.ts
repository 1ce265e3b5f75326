// Days are Oslo days: the turn of the day, summer time, and text that is no day.
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, dayInOslo, parseDay, type Day, type Instant } from "./time";

describe("[M9] days are counted in Europe/Oslo", () => {
  test.each([
    ["2026-11-22T22:59:59.999Z", "2026-11-22"],
    ["2026-11-22T23:00:00.000Z", "2026-11-23"],
    ["2026-07-01T21:59:59.999Z", "2026-07-01"],
    ["2026-07-01T22:00:00.000Z", "2026-07-02"],
    ["2026-03-29T01:00:00.000Z", "2026-03-29"],
  ])("%s is on %s", (instant, day) => {
    expect(dayInOslo(instant as Instant)).toBe(day);
  });

  test.each([
    ["2026-10-30", "2026-11-22", 23],
    ["2026-03-28", "2026-03-30", 2],
    ["2026-10-24", "2026-10-26", 2],
    ["2027-01-01", "2026-12-31", -1],
    ["2028-02-28", "2028-03-01", 2],
  ])("from %s to %s is %i days", (from, to, days) => {
    expect(daysBetween(from as Day, to as Day)).toBe(days);
    expect(addDays(from as Day, days)).toBe(to);
  });
});

test.each(["2026-02-30", "2026-13-01", "26-01-01", "2026-1-1", "", "2026-01-01T00:00:00Z", "æøå"])("%j is no day", (text) => {
  expect(parseDay(text)).toBeNull();
});
