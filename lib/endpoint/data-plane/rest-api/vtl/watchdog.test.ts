import { expect, it } from 'vitest';
import { withinMsOfWork } from './watchdog.ts';

const late = () => new Error('too late');

/** Time that passes without this program being given any. */
function sleepMs(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

it('stops work that runs away', () => {
  const runAway = () => {
    for (;;);
  };
  expect(() => withinMsOfWork(50, runAway, late)).toThrow('too late');
});

it('gives work another try that was kept from its time', () => {
  let tries = 0;
  const starved = () => {
    tries += 1;
    sleepMs(70);
    return 'done';
  };
  expect(withinMsOfWork(50, starved, late)).toBe('done');
  expect(tries).toBe(2);
});

it('stops what never gets its time', () => {
  expect(() => withinMsOfWork(10, () => sleepMs(300), late)).toThrow('too late');
});

it('hands on what the work throws', () => {
  const failing = () => {
    throw new TypeError('of the work');
  };
  expect(() => withinMsOfWork(50, failing, late)).toThrow(new TypeError('of the work'));
});
