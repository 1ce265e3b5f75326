// Dates and counts as people in Norway write them, the same on every machine.
import { expect, test } from "vitest";
import type { Day, Instant } from "../domain/time";
import { formatCount, formatDay, formatInstant, formatList, formatMonth, formatScaleMonth, formatShortDay } from "./format";

const day = "2026-03-05" as Day;

test("[U4] dates are written in the reader's language", () => {
  expect(formatDay(day, "nb")).toBe("5.\u00a0mars 2026");
  expect([formatMonth(day, "nb"), formatMonth(day, "en"), formatScaleMonth("2026-05-01" as Day, "nn"), formatScaleMonth("2026-05-01" as Day, "en")]).toEqual(["mars 2026", "March 2026", "mai", "May"]);
  expect(formatDay(day, "nn")).toBe("5.\u00a0mars 2026");
  expect(formatDay(day, "en")).toBe("5\u00a0March 2026");
  expect(formatShortDay(day, "nb")).toBe("05.03.2026");
  expect(formatShortDay(day, "en")).toBe("5 Mar 2026");
});

test("[U4] the time of day is Oslo's", () => {
  expect(formatInstant("2026-07-01T22:05:00.000Z" as Instant, "nb")).toBe("2.\u00a0juli 2026 kl.\u00a000.05");
  expect(formatInstant("2026-11-22T13:05:00.000Z" as Instant, "en")).toBe("22\u00a0November 2026 at\u00a014:05");
});

test.each([
  [0, "0"], [999, "999"], [1000, "1\u00a0000"], [1234567, "1\u00a0234\u00a0567"],
])("[U4] %i is written %j", (count, text) => {
  expect(formatCount(count, "nb")).toBe(text);
});

test("[U4] lists end with the language's own and", () => {
  expect(formatList([], "nb")).toBe("");
  expect(formatList(["plan"], "nn")).toBe("plan");
  expect(formatList(["a", "b", "c"], "nn")).toBe("a, b og c");
  expect(formatList(["a", "b"], "en")).toBe("a and b");
});
