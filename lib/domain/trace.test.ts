import { expect, it } from 'vitest';
import { traceRows } from './trace.ts';

it('puts children under their parents, each level by time', () => {
  const rows = traceRows([
    JSON.stringify({
      id: 'b',
      parent_id: 'a',
      name: 'orders',
      origin: 'AWS::Lambda::Function',
      start_time: 10.2,
      end_time: 10.5,
      fault: true,
      subsegments: [
        { id: 'd', name: 'Invocation', start_time: 10.3, end_time: 10.5 },
        { id: 'c', name: 'Initialization', start_time: 10.2, end_time: 10.3 },
      ],
    }),
    JSON.stringify({ id: 'a', name: 'orders', origin: 'AWS::Lambda', start_time: 10, end_time: 10.6 }),
    '{"torn',
  ]);
  expect(rows.map(({ name, depth }) => [name, depth])).toEqual([
    ['orders', 0],
    ['orders', 1],
    ['Initialization', 2],
    ['Invocation', 2],
  ]);
  expect(rows[1]).toMatchObject({ outcome: 'fault' });
  expect(rows[1]?.startMs).toBeCloseTo(200);
  expect(rows[0]?.durationMs).toBeCloseTo(600);
});

it('shows a segment that still runs, and survives a circle', () => {
  const rows = traceRows([
    JSON.stringify({ id: 'a', name: 'slow', start_time: 1 }),
    JSON.stringify({ id: 'x', parent_id: 'x', name: 'self', start_time: 1 }),
  ]);
  expect(rows.map(({ name }) => name)).toEqual(['slow']);
  expect(rows[0]?.durationMs).toBeUndefined();
});
