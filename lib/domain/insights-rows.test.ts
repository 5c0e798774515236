import { describe, expect, it } from 'vitest';
import type { InsightsRow } from './insights.ts';
import { columnsOf, timeSeriesOf, toCsv } from './insights-rows.ts';

const row = (fields: Record<string, string>): InsightsRow =>
  Object.entries(fields).map(([field, value]) => ({ field, value }));

describe('timeSeriesOf', () => {
  it('draws numbers over their moments, oldest first, with gaps', () => {
    const rows = [
      row({ 'bin(5m)': '2026-01-15 12:05:00.000', n: '3', avg: '1.5' }),
      row({ 'bin(5m)': '2026-01-15 12:00:00.000', n: '1' }),
    ];
    expect(timeSeriesOf(rows)).toEqual({
      times: [Date.UTC(2026, 0, 15, 12), Date.UTC(2026, 0, 15, 12, 5)],
      series: [
        { name: 'n', values: [1, 3] },
        { name: 'avg', values: [null, 1.5] },
      ],
    });
  });

  it.each([
    ['nothing', []],
    ['events', [row({ '@timestamp': '2026-01-15 12:00:00.000', ms: '1', '@ptr': 'x' })]],
    ['groups by a name as well', [row({ t: '2026-01-15 12:00:00.000', level: 'ERROR', n: '1' })]],
    ['groups without a moment', [row({ level: 'ERROR', n: '1' })]],
  ])('does not draw %s', (_what, rows) => expect(timeSeriesOf(rows)).toBeUndefined());
});

describe('toCsv', () => {
  it('has every column of every row, and quotes what must be', () => {
    const rows = [row({ a: 'x, "y"\nz', '@ptr': 'p' }), row({ b: '-1.5', a: '=cmd()' })];
    expect(columnsOf(rows)).toEqual(['a', 'b']);
    expect(toCsv(rows)).toBe(`a,b\r\n"x, ""y""\nz",\r\n'=cmd(),-1.5\r\n`);
  });
});
