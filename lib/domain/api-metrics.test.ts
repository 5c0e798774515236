import { describe, expect, it } from 'vitest';
import { apiDimension, apiGraphs } from '@/lib/domain/api-metrics';

describe('the metrics of an API', () => {
  it.each(['REST', 'HTTP', 'WEBSOCKET'] as const)('of %s have an id of their own each', (protocol) => {
    const ids = apiGraphs[protocol].flatMap(({ series }) => series.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    // What CloudWatch takes as the id of a query.
    for (const id of ids) expect(id).toMatch(/^[a-z]\w*$/);
  });
  it('are found by the name of a REST API, by the id of others', () => {
    expect(apiDimension('REST', 'abc123', 'Pets 🐕')).toEqual({ Name: 'ApiName', Value: 'Pets' });
    expect(apiDimension('REST', 'abc123', '犬')).toEqual({ Name: 'ApiName', Value: 'abc123' });
    expect(apiDimension('HTTP', 'abc123', 'pets')).toEqual({ Name: 'ApiId', Value: 'abc123' });
  });
});
