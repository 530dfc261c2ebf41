import { describe, expect, it } from 'vitest';
import { countCheck, countPlaywright, countVitest, summaryLine, total } from './counts.mjs';

describe('counting what the tests found', () => {
  it('reads Vitest’s report', () => {
    const report = {
      numPassedTests: 40,
      numFailedTests: 2,
      numPendingTests: 3,
      numTodoTests: 1,
      testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'failed' }] }],
    };
    expect(countVitest(report, 1)).toEqual({ passed: 40, failed: 2, skipped: 4 });
  });
  it('counts a test file that does not load', () => {
    const report = {
      numPassedTests: 40,
      numFailedTests: 0,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
      ],
    };
    expect(countVitest(report, 1)).toEqual({ passed: 40, failed: 1, skipped: 0 });
  });
  it('reads Playwright’s report, a test that passed on a later try among the passed', () => {
    const report = { stats: { expected: 12, unexpected: 1, flaky: 1, skipped: 2 } };
    expect(countPlaywright(report, 1)).toEqual({ passed: 13, failed: 1, skipped: 2 });
  });
  it.each([countVitest, countPlaywright])(
    'counts a run that crashed without a word as a failure',
    (count) => {
      expect(count(undefined, 139)).toEqual({ passed: 0, failed: 1, skipped: 0 });
      expect(count({ numPassedTests: 5, stats: { expected: 5 } }, 1)).toEqual({
        passed: 5,
        failed: 1,
        skipped: 0,
      });
    },
  );
  it('says it in one line', () => {
    expect(summaryLine(total([countCheck(0), countCheck(1), { passed: 9, failed: 0, skipped: 0 }]))).toBe(
      '10 passed, 1 failed',
    );
    expect(summaryLine({ passed: 1, failed: 0, skipped: 2 })).toBe('1 passed, 0 failed, 2 skipped');
  });
});
