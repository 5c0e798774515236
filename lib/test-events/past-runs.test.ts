import fs from 'node:fs';
import { afterAll, expect, it, vi } from 'vitest';
import { db } from '@/lib/db/database';
import type { Run } from '@/lib/domain/test-run';
import { clearPastRuns, readPastRun, readPastRuns, writePastRun } from './past-runs';

const folder = vi.hoisted(() => `${process.env['TMPDIR'] ?? '/tmp'}/lambdeck-past-runs-${process.pid}`);
vi.hoisted(() => {
  process.env['LAMBDECK_DATA'] = folder;
});
afterAll(() => {
  db().close();
  fs.rmSync(folder, { recursive: true, force: true });
});

const owner = (functionName: string, ownerId = 'u1') => ({
  place: { connectionId: 'local', region: 'us-east-1' },
  functionName,
  ownerId,
});
const run = (event: string): Omit<Run, 'id'> => ({
  at: '2026-11-28T05:00:00.000Z',
  eventName: 'mine',
  event,
  settings: { qualifier: 'live', streams: true },
  outcome: { kind: 'cancelled' },
});

it('gives back what was kept, to its owner alone', () => {
  const id = writePastRun(owner('f'), run('{"a":1}'));
  expect(readPastRun(owner('f'), Number(id))).toEqual({ ...run('{"a":1}'), id });
  expect(readPastRuns(owner('f'))).toMatchObject([{ id, eventName: 'mine', verdict: 'cancelled' }]);
  expect(readPastRun(owner('f', 'u2'), Number(id))).toBeUndefined();
  expect(readPastRun(owner('g'), Number(id))).toBeUndefined();
  expect(readPastRuns(owner('f', 'u2'))).toEqual([]);
});

it('keeps the fifty newest of a function', () => {
  for (let index = 0; index < 55; index += 1) writePastRun(owner('many'), run(String(index)));
  const kept = readPastRuns(owner('many'));
  expect(kept).toHaveLength(50);
  expect(readPastRun(owner('many'), Number(kept[0]?.id))?.event).toBe('54');
  expect(readPastRun(owner('many'), Number(kept[49]?.id))?.event).toBe('5');
});

it('keeps a bounded number of letters for one user, the newest first', () => {
  const large = 'x'.repeat(250 * 1024);
  for (const name of ['a', 'b', 'c', 'd']) {
    for (let index = 0; index < 40; index += 1) writePastRun(owner(name, 'u3'), run(large));
  }
  const letters = db()
    .statement<{ total: number }>(`SELECT sum(letters) AS total FROM past_runs WHERE owner_id = 'u3'`)
    .get()?.total;
  expect(letters).toBeLessThanOrEqual(32 * 1024 * 1024);
  expect(readPastRuns(owner('d', 'u3'))).toHaveLength(40);
  expect(readPastRuns(owner('a', 'u3')).length).toBeLessThan(40);
});

it('forgets the runs of one function when told to', () => {
  writePastRun(owner('x'), run('{}'));
  writePastRun(owner('y'), run('{}'));
  clearPastRuns(owner('x'));
  expect(readPastRuns(owner('x'))).toEqual([]);
  expect(readPastRuns(owner('y'))).toHaveLength(1);
});
