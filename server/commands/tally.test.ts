// The counting of tests: what fails without a word still fails.
import { expect, test } from "vitest";
import { countTests, lastLine, nothing, plus, secondTries } from "./tally.mjs";

const good = { status: "passed", assertionResults: [{ status: "passed" }] };
const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [good] };

test("[O8] counts are the reporter's", () => {
  expect(countTests({ ...report, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }, 1)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  expect(lastLine(countTests(report, 0))).toBe("3 passed, 0 failed");
  expect(lastLine(plus(countTests(report, 0), { ...nothing, skipped: 2 }))).toBe("3 passed, 0 failed, 2 skipped");
});

test("[O8] a file that cannot be loaded, a run that dies, and a fault outside any test each count as a failure", () => {
  expect(countTests({ ...report, testResults: [good, { status: "failed", assertionResults: [] }] }, 1).failed).toBe(1);
  expect(countTests(report, 1).failed).toBe(1);
  expect(countTests(null, 1).failed).toBe(1);
  expect(countTests(null, 0).failed).toBe(1);
});

test("[O8] what passed only at the second try is named, with what went wrong at the first", () => {
  const one = (status: string, failureMessages: string[]) => ({ status, fullName: `the ${status} one`, failureMessages });
  expect(secondTries({ testResults: [{ assertionResults: [one("passed", []), one("passed", ["Error: too late\n at"]), one("failed", ["Error"])] }] })).toEqual(["the passed one: Error: too late"]);
  expect(secondTries(null)).toEqual([]);
});
