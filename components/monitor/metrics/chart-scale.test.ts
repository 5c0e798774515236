import { expect, it } from 'vitest';
import { barPath, chart, indexAt, linePath, niceCeiling, xOf, yOf } from './chart-scale';

it('rounds the top of an axis up', () => {
  expect([0, 1, 3, 12, 240, 241, 0.03].map(niceCeiling)).toEqual([1, 1, 5, 20, 250, 250, 0.05]);
});

it('finds the moment under the pointer again', () => {
  for (const index of [0, 17, 59]) expect(indexAt(xOf(index, 60), 60)).toBe(index);
  expect(indexAt(-5, 60)).toBe(0);
  expect(indexAt(1_000, 60)).toBe(59);
});

it('lifts the pen over a gap and keeps a value alone visible', () => {
  expect(linePath([1, 2, null, 3], 4).match(/M/g)).toHaveLength(2);
  expect(linePath([1, 2, null, 3], 4).match(/a/g)).toHaveLength(2);
  expect(linePath([1, 2, 3], 4)).not.toContain('a');
  expect(linePath([null, null], 4)).toBe('');
});

it('draws no bar for zero and nothing beyond the frame', () => {
  expect(barPath([0, null, 5], 5, { index: 0, count: 1 }).match(/M/g)).toHaveLength(1);
  expect(yOf(10, 5)).toBe(chart.top);
});
