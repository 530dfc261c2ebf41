// @ts-check

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {unknown} value @returns {number} */
const whole = (value) => (Number.isInteger(value) ? Number(value) : 0);

/** @param {unknown} value @returns {Record<string, unknown>} */
const record = (value) => (typeof value === 'object' && value !== null ? { ...value } : {});

/**
 * A run that ended badly without naming a failed test (a crash, an unhandled rejection, no report) is one failure: nothing
 * that went wrong may count as nothing.
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
function withExitCode(counts, exitCode) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * Counts of a check that passes or fails as a whole.
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countCheck(exitCode) {
  return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
}

/**
 * Counts of Vitest's JSON report. A file that could not be loaded has no tests to fail, so it counts as one failure itself.
 * @param {unknown} report parsed, undefined when there is none
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countVitest(report, exitCode) {
  const all = record(report);
  const files = Array.isArray(all['testResults']) ? all['testResults'].map(record) : [];
  const unloaded = files.filter((file) => {
    const tests = file['assertionResults'];
    return (
      file['status'] === 'failed' &&
      (!Array.isArray(tests) || tests.every((one) => record(one)['status'] !== 'failed'))
    );
  });
  const counts = {
    passed: whole(all['numPassedTests']),
    failed: whole(all['numFailedTests']) + unloaded.length,
    skipped: whole(all['numPendingTests']) + whole(all['numTodoTests']),
  };
  return withExitCode(counts, exitCode);
}

/**
 * Counts of Playwright's JSON report. A test that passed on a later try has passed: the run's own lines
 * name it as flaky, and whoever reads them mends it.
 * @param {unknown} report parsed, undefined when there is none
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countPlaywright(report, exitCode) {
  const stats = record(record(report)['stats']);
  const counts = {
    passed: whole(stats['expected']) + whole(stats['flaky']),
    failed: whole(stats['unexpected']),
    skipped: whole(stats['skipped']),
  };
  return withExitCode(counts, exitCode);
}

/**
 * @param {readonly Counts[]} parts
 * @returns {Counts}
 */
export function total(parts) {
  const sum = (/** @type {keyof Counts} */ key) => parts.reduce((all, one) => all + one[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/**
 * The line that whoever called the tests reads.
 * @param {Counts} counts
 */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
