import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { metricsMigrations } from '../../store/migrations/0100-cloudwatch-metrics.ts';
import { openSideDatabase } from '../../store/open-side-database.ts';
import { createMetricWriter } from './metric-writer.ts';
import { createMetricsRepository } from './repository.ts';
import { rollUp } from './roll-up.ts';

const day = 86_400_000;

it('makes old minutes coarser, keeps their sums, and drops the oldest', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lambdeck-metrics-'));
  const database = openSideDatabase(folder, 'metrics.db', metricsMigrations);
  try {
    const repository = createMetricsRepository(database);
    const writer = createMetricWriter({
      repository,
      onLost: (_count, error) => {
        throw error;
      },
    });
    const start = Date.UTC(2026, 0, 1);
    const key = {
      accountId: '000000000000',
      region: 'us-east-1',
      namespace: 'AWS/Lambda',
      dimensionSets: [[]],
    };
    const meter = writer.meter(key);
    for (let minute = 0; minute < 120; minute += 1)
      meter.add('Duration', 'Milliseconds', minute, start + minute * 60_000);
    writer.flush();
    const { signal } = new AbortController();
    const counts = () => [60, 300, 3600].map((period) => repository.countBuckets(period));
    await rollUp(repository, start + 14 * day, signal);
    expect(counts()).toEqual([120, 0, 0]);
    await rollUp(repository, start + 16 * day, signal);
    expect(counts()).toEqual([0, 24, 0]);
    await rollUp(repository, start + 65 * day, signal);
    expect(counts()).toEqual([0, 0, 2]);
    const [hour] = repository.readBuckets(
      1,
      { from: start / 1000, to: start / 1000 + 3600, periodMax: 3600 },
      true,
      10,
    );
    expect(hour?.tally).toMatchObject({ count: 60, sum: 1770, min: 0, max: 59 });
    await rollUp(repository, start + 457 * day, signal);
    expect(counts()).toEqual([0, 0, 0]);
    expect(repository.countMetrics()).toBe(0);
    writer.close();
  } finally {
    database.close();
    await rm(folder, { recursive: true, force: true });
  }
});
