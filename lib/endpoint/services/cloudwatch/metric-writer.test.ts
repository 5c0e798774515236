import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { metricsMigrations } from '../../store/migrations/0100-cloudwatch-metrics.ts';
import { openSideDatabase } from '../../store/open-side-database.ts';
import { createMetricWriter } from './metric-writer.ts';
import { createMetricsRepository } from './repository.ts';
import { addValue, emptyTally } from './tally.ts';

const place = { accountId: '000000000000', region: 'us-east-1', namespace: 'Own' };
const nowMs = Date.UTC(2026, 0, 1);

it('takes no more metrics than there is room for, and goes on with those that are known', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lambdeck-metrics-'));
  const database = openSideDatabase(folder, 'metrics.db', metricsMigrations);
  try {
    const repository = createMetricsRepository(database);
    const lost: number[] = [];
    const writer = createMetricWriter({ repository, onLost: (count) => lost.push(count), countMax: 2 });
    const tally = emptyTally();
    addValue(tally, 1, 1);
    const put = (...names: string[]) =>
      repository.transaction(() =>
        writer.put(
          names.map((name) => ({ key: { ...place, name, dimensions: [] }, unit: 'None', minute: 60, tally })),
        ),
      );
    expect(put('a', 'b', 'c')).toBe(1);
    expect(put('a', 'd')).toBe(1);
    expect(repository.countMetrics()).toBe(2);

    const meter = writer.meter({ ...place, dimensionSets: [[]] });
    meter.add('new', 'Count', 1, nowMs);
    meter.add('a', 'Count', 1, nowMs);
    // Reads flush first: they must not fail for what has no room.
    writer.flush();
    expect(lost).toEqual([1]);
    expect(repository.countMetrics()).toBe(2);
    const [known] = repository.listMetrics(place, {
      namespace: 'Own',
      name: 'a',
      sinceMs: nowMs,
      afterId: 0,
      limit: 10,
    });
    expect(known?.name).toBe('a');
    writer.close();
  } finally {
    database.close();
    await rm(folder, { recursive: true, force: true });
  }
});
