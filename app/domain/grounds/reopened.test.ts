// What an approval builds on and is open again: since when, by whom, and when it counts no more.
import { expect, test } from "vitest";
import type { MilestoneState } from "../milestone";
import type { Instant } from "../time";
import { reopenedUnder, type ReopenedTurn } from "./reopened";

const at = (text: string) => `${text}T10:00:00.000Z` as Instant;
const turn: ReopenedTurn = { code: "M07", turn: "reopened", at: at("2026-03-01"), byName: "Koordinator", byRole: "coordinator" };
const laid = (states: Readonly<Record<string, MilestoneState>>) => new Map([["M07", ["M06"]], ["M11", ["M07"]], ["M19", ["M07", "M15"]], ["M20", ["M19", "M11"]]].map(([code, after]) => [
  code as string, { code: code as string, state: states[code as string] ?? "approved", after: after as string[] },
]));

test.each([
  ["reopened", at("2026-02-01"), ["M07"]], ["submitted", at("2026-02-01"), ["M07"]], ["underWay", at("2026-02-01"), ["M07"]], ["postponed", at("2026-02-01"), ["M07"]],
  ["decidedElsewhere", at("2026-02-01"), []], ["approved", at("2026-02-01"), []],
  // given after it was reopened, it never built on what was
  ["reopened", at("2026-03-01"), []], ["reopened", at("2026-04-01"), []],
] as const)("[M58] with M07 %s, an approval of %s builds on %j", (state, approvedAt, expected) => {
  expect(reopenedUnder("M19", approvedAt, laid({ M07: state }), [turn]).map((each) => each.code)).toEqual(expected);
});

test("[M58] it says by whom and when, only what it builds on itself, and through what the model leaves out", () => {
  const open = laid({ M07: "reopened" });
  expect(reopenedUnder("M19", at("2026-02-01"), open, [turn])).toEqual([{ code: "M07", turn: "reopened", since: turn.at, byName: "Koordinator", byRole: "coordinator" }]);
  expect(reopenedUnder("M20", at("2026-02-01"), open, [turn])).toEqual([]);
  expect(reopenedUnder("M20", at("2026-02-01"), laid({ M07: "reopened", M11: "notRelevant" }), [turn]).map((each) => each.code)).toEqual(["M07"]);
  expect(reopenedUnder("M19", at("2026-02-01"), open, [])).toEqual([]);
});
