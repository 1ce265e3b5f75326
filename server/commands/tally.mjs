// Counts what passed, failed and was skipped, so that nothing that went wrong can be missing from the sum.

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */
export const nothing = Object.freeze({ passed: 0, failed: 0, skipped: 0 });

/** @param {Tally} one @param {Tally} other @returns {Tally} */
export function plus(one, other) {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed, skipped: one.skipped + other.skipped };
}

/**
 * A file that could not even be loaded has no tests to fail, so it counts as one; and a run that ended badly without saying why counts as one.
 * @param {null | { numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @param {number} exitCode
 * @returns {Tally}
 */
export function countTests(report, exitCode) {
  if (!report) return { ...nothing, failed: 1 };
  const silent = report.testResults.filter((file) => file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed")).length;
  const failed = report.numFailedTests + silent;
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed, skipped: report.numPendingTests + report.numTodoTests };
}

/**
 * The tests that failed and then passed: each is a fault of the test or of the program, only a rare one.
 * @param {null | { testResults: { assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[] }} report
 * @returns {string[]}
 */
export function secondTries(report) {
  const tests = report?.testResults.flatMap((file) => file.assertionResults) ?? [];
  return tests.filter((each) => each.status === "passed" && each.failureMessages.length > 0).map((each) => `${each.fullName}: ${each.failureMessages[0]?.split("\n")[0]}`);
}

/** @param {Tally} tally */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
