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

it('tells of requests, annotations and exceptions, whatever their documents hold', () => {
  const [row] = traceRows([
    JSON.stringify({
      id: 'a',
      name: 'api',
      start_time: 1,
      http: { request: { method: 'GET', url: 'https://x/' }, response: { status: 502 } },
      annotations: { tenant: 'acme', count: 3, ok: true },
      cause: {
        exceptions: [
          {
            type: 'TypeError',
            message: 'no',
            stack: [{ path: 'index.mjs', line: 4, label: 'handler' }, { path: 'x' }],
          },
          'torn',
        ],
      },
    }),
  ]);
  expect(row?.http).toBe('GET https://x/ 502');
  expect(row?.annotations.map(({ key, value }) => `${key}=${value}`)).toEqual([
    'tenant=acme',
    'count=3',
    'ok=true',
  ]);
  expect(row?.errors).toEqual([
    { type: 'TypeError', message: 'no', stack: ['handler (index.mjs:4)', 'x'] },
    { type: '', message: '', stack: [] },
  ]);
  const [odd] = traceRows([
    JSON.stringify({ id: 'b', name: 'odd', start_time: 1, http: 7, annotations: null, cause: 'id' }),
  ]);
  expect(odd).toMatchObject({ http: undefined, annotations: [], errors: [] });
});
