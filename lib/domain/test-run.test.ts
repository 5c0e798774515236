import { expect, it } from 'vitest';
import type { InvocationResult } from './invocation.ts';
import { keptRun, summaryOf, type Run, type RunOutcome } from './test-run.ts';

const result: InvocationResult = {
  requestId: 'r',
  statusCode: 200,
  functionError: undefined,
  executedVersion: '$LATEST',
  payload: '"ok"',
  payloadBytes: 4,
  log: '',
  report: {
    durationMs: 12.5,
    billedDurationMs: 13,
    memorySizeMb: 128,
    maxMemoryUsedMb: 40,
    initDurationMs: undefined,
  },
  traceId: undefined,
  roundTripMs: 30,
  at: '2026-11-28T05:00:00.000Z',
};
const run = (outcome: RunOutcome, event = '{}'): Run => ({
  id: '1',
  at: result.at,
  eventName: undefined,
  event,
  settings: { qualifier: undefined, streams: false },
  outcome,
});

it('sums a run up in its verdict and its time', () => {
  expect(summaryOf(run({ kind: 'answered', result }))).toMatchObject({
    verdict: 'succeeded',
    durationMs: 12.5,
    isCold: false,
  });
  const failed = {
    ...result,
    functionError: 'Unhandled',
    report: { ...result.report, durationMs: undefined, initDurationMs: 80 },
  };
  expect(summaryOf(run({ kind: 'answered', result: failed }))).toMatchObject({
    verdict: 'failed',
    durationMs: 30,
    isCold: true,
  });
  expect(summaryOf(run({ kind: 'cancelled' }))).toMatchObject({
    verdict: 'cancelled',
    durationMs: undefined,
  });
});

it('keeps no event and no response beyond its bound', () => {
  const long = 'x'.repeat(300 * 1024);
  const kept = keptRun(run({ kind: 'answered', result: { ...result, payload: long } }, long));
  expect(kept.event).toBeUndefined();
  expect(kept.outcome.kind === 'answered' && kept.outcome.result.payload.length).toBe(256 * 1024);
  const whole = run({ kind: 'answered', result });
  expect(keptRun(whole)).toEqual(whole);
});
