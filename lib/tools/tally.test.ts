import { describe, expect, it } from 'vitest';
import { addTallies, tallyLine, tallyOfPlaywright, tallyOfVitest } from './tally.ts';

describe('tallyLine', () => {
  it('says what was skipped only when something was', () => {
    expect(tallyLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
    expect(tallyLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
  });
  it('sums the suites', () => {
    const one = { passed: 1, failed: 2, skipped: 3 };
    expect(addTallies([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
  });
});

describe('reports', () => {
  it('counts a test file that does not load as a failure', () => {
    const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numFailedTestSuites: 1 };
    expect(tallyOfVitest(report)).toEqual({ passed: 5, failed: 1, skipped: 1 });
  });
  it('counts a flaky browser test and an error outside of a test as failures', () => {
    const report = { stats: { expected: 4, unexpected: 1, skipped: 0, flaky: 1 }, errors: [{}] };
    expect(tallyOfPlaywright(report)).toEqual({ passed: 4, failed: 3, skipped: 0 });
  });
});
