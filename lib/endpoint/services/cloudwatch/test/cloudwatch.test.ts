import {
  GetMetricDataCommand,
  GetMetricStatisticsCommand,
  ListMetricsCommand,
  PutMetricDataCommand,
  type MetricDataQuery,
} from '@aws-sdk/client-cloudwatch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCloudWatch } from './harness.ts';

const nowMs = Date.UTC(2026, 0, 15, 12, 0, 30);
const at = (minutesAgo: number) => new Date(nowMs - 30_000 - minutesAgo * 60_000);
const place = { accountId: '000000000000', region: 'us-east-1' };
let opened: Awaited<ReturnType<typeof openCloudWatch>>;

beforeAll(async () => {
  opened = await openCloudWatch(() => nowMs);
  const meter = opened.metrics.meter({
    ...place,
    namespace: 'AWS/Lambda',
    dimensionSets: [[], [{ name: 'FunctionName', value: 'f' }]],
  });
  for (let value = 1; value <= 1000; value += 1)
    meter.add('Duration', 'Milliseconds', value, at(10).getTime());
  meter.add('Invocations', 'Count', 1, at(10).getTime(), 8);
  meter.add('Errors', 'Count', 1, at(10).getTime(), 2);
  meter.add('Errors', 'Count', 0, at(10).getTime(), 6);
  meter.add('Invocations', 'Count', 1, at(8).getTime(), 4);
});
afterAll(async () => opened[Symbol.asyncDispose]());

const stat = (
  Id: string,
  MetricName: string,
  Stat: string,
  more: Partial<MetricDataQuery> = {},
): MetricDataQuery => ({
  Id,
  MetricStat: {
    Metric: { Namespace: 'AWS/Lambda', MetricName, Dimensions: [{ Name: 'FunctionName', Value: 'f' }] },
    Period: 60,
    Stat,
  },
  ...more,
});

async function query(
  ...MetricDataQueries: MetricDataQuery[]
): Promise<Record<string, [number | undefined, number][]>> {
  const answer = await opened.client.send(
    new GetMetricDataCommand({
      MetricDataQueries,
      StartTime: at(12),
      EndTime: at(0),
      ScanBy: 'TimestampAscending',
    }),
  );
  return Object.fromEntries(
    (answer.MetricDataResults ?? []).map(({ Id, Values, Timestamps }) => [
      Id ?? '',
      (Values ?? []).map((value, index): [number | undefined, number] => [
        Timestamps?.[index]?.getTime(),
        value,
      ]),
    ]),
  );
}

describe('GetMetricData', () => {
  it('reads statistics, and percentiles within 1 %', async () => {
    const found = await query(
      stat('n', 'Duration', 'SampleCount'),
      stat('avg', 'Duration', 'Average'),
      stat('max', 'Duration', 'Maximum'),
      stat('p50', 'Duration', 'p50'),
      stat('p99', 'Duration', 'p99'),
      stat('tm', 'Duration', 'tm90'),
      stat('pr', 'Duration', 'PR(:250)'),
    );
    const time = at(10).getTime();
    expect(found).toMatchObject({ n: [[time, 1000]], avg: [[time, 500.5]], max: [[time, 1000]] });
    for (const [id, exact] of [
      ['p50', 500],
      ['p99', 990],
      ['tm', 450.5],
      ['pr', 25],
    ] as const) {
      const value = found[id]?.[0]?.[1] ?? NaN;
      expect(Math.abs(value - exact) / exact, `${id} is ${value}`).toBeLessThan(id === 'pr' ? 0.03 : 0.0101);
    }
  });

  it('computes the success rate that the console draws, and leaves gaps where a side is missing', async () => {
    const hidden = { ReturnData: false };
    const found = await query(
      stat('errors', 'Errors', 'Sum', hidden),
      stat('invocations', 'Invocations', 'Sum', hidden),
      { Id: 'rate', Expression: '100 - 100 * errors / MAX([errors, invocations])' },
      { Id: 'filled', Expression: 'FILL(errors, 0) + 0 * FILL(invocations, REPEAT)' },
      { Id: 'total', Expression: 'SUM(METRICS("i"))' },
      { Id: 'picked', Expression: 'IF(invocations > 5, invocations)' },
    );
    expect(found['rate']).toEqual([[at(10).getTime(), 75]]);
    expect(found['filled']?.map(([, value]) => value)).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(found['total']).toEqual([
      [at(10).getTime(), 8],
      [at(8).getTime(), 4],
    ]);
    expect(found['picked']).toEqual([[at(10).getTime(), 8]]);
  });

  it('searches metrics', async () => {
    const answer = await opened.client.send(
      new GetMetricDataCommand({
        MetricDataQueries: [
          { Id: 's', Expression: `SEARCH('{AWS/Lambda,FunctionName} MetricName="Invocations"', 'Sum', 300)` },
        ],
        StartTime: at(60),
        EndTime: at(0),
      }),
    );
    expect(answer.MetricDataResults).toMatchObject([{ Id: 's', Label: 'f Invocations', Values: [12] }]);
  });

  it('pages by MaxDatapoints', async () => {
    const input = {
      MetricDataQueries: [stat('i', 'Invocations', 'Sum')],
      StartTime: at(60),
      EndTime: at(0),
      MaxDatapoints: 1,
    };
    const first = await opened.client.send(new GetMetricDataCommand(input));
    expect(first.MetricDataResults).toMatchObject([{ Values: [4], StatusCode: 'PartialData' }]);
    const second = await opened.client.send(
      new GetMetricDataCommand({ ...input, NextToken: first.NextToken }),
    );
    expect(second.MetricDataResults).toMatchObject([{ Values: [8], StatusCode: 'Complete' }]);
    expect(second.NextToken).toBeUndefined();
  });

  it.each([
    [{ Id: 'x', Expression: 'nothing + 1' }, /no query with the id nothing/],
    [{ Id: 'x', Expression: 'x + 1' }, /refers to itself/],
    [{ Id: 'x', Expression: 'ANOMALY_DETECTION_BAND(1)' }, /not supported/],
    [{ Id: 'x', Expression: '1 +' }, /cannot be read/],
    [stat('x', 'Duration', 'q50'), /Stat is not supported/],
  ])('refuses %j', async (broken, message) => {
    await expect(query(broken)).rejects.toThrow(message);
  });
});

describe('PutMetricData', () => {
  it('takes values, counts and statistics, and lists what it took', async () => {
    await opened.client.send(
      new PutMetricDataCommand({
        Namespace: 'Shop',
        MetricData: [
          {
            MetricName: 'Basket',
            Value: 3,
            Unit: 'Count',
            Timestamp: at(5),
            Dimensions: [
              { Name: 'b', Value: '1' },
              { Name: 'a', Value: '2' },
            ],
          },
          {
            MetricName: 'Basket',
            Values: [1, 2],
            Counts: [10, 5],
            Unit: 'Count',
            Timestamp: at(5),
            Dimensions: [
              { Name: 'a', Value: '2' },
              { Name: 'b', Value: '1' },
            ],
          },
          {
            MetricName: 'Wait',
            StatisticValues: { SampleCount: 4, Sum: 20, Minimum: 1, Maximum: 9 },
            Timestamp: at(5),
          },
        ],
      }),
    );
    const listed = await opened.client.send(
      new ListMetricsCommand({ Namespace: 'Shop', Dimensions: [{ Name: 'b' }] }),
    );
    expect(listed.Metrics).toEqual([
      {
        Namespace: 'Shop',
        MetricName: 'Basket',
        Dimensions: [
          { Name: 'a', Value: '2' },
          { Name: 'b', Value: '1' },
        ],
      },
    ]);
    const read = await opened.client.send(
      new GetMetricStatisticsCommand({
        Namespace: 'Shop',
        MetricName: 'Basket',
        Dimensions: [
          { Name: 'b', Value: '1' },
          { Name: 'a', Value: '2' },
        ],
        StartTime: at(10),
        EndTime: at(0),
        Period: 300,
        Statistics: ['Sum', 'SampleCount'],
        ExtendedStatistics: ['p90'],
      }),
    );
    expect(read.Datapoints).toEqual([
      {
        Timestamp: at(5),
        Unit: 'Count',
        Sum: 23,
        SampleCount: 16,
        ExtendedStatistics: { p90: expect.closeTo(2, 1) as number },
      },
    ]);
  });

  it.each([
    ['AWS/Mine', { MetricName: 'm', Value: 1 }, 'InvalidParameterValueException'],
    ['Mine', { MetricName: 'm', Value: 1, Timestamp: at(60 * 24 * 15) }, 'InvalidParameterValueException'],
    ['Mine', { MetricName: 'm', Value: 1, Values: [1] }, 'InvalidParameterCombinationException'],
    ['Mine', { MetricName: 'm' }, 'MissingRequiredParameterException'],
  ])('refuses %s %j', async (Namespace, datum, name) => {
    const sent = opened.client.send(new PutMetricDataCommand({ Namespace, MetricData: [datum] }));
    await expect(sent).rejects.toMatchObject({ name });
  });

  it('answers clients that speak the query protocol', async () => {
    const call = (body: Record<string, string>) =>
      fetch(opened.url, {
        method: 'POST',
        headers: {
          'X-Amz-Date': '20260115T120000Z',
          Authorization:
            'AWS4-HMAC-SHA256 Credential=test/20260115/us-east-1/monitoring/aws4_request, SignedHeaders=host, Signature=' +
            '0'.repeat(64),
        },
        body: new URLSearchParams({ Version: '2010-08-01', ...body }),
      });
    const put = await call({
      Action: 'PutMetricData',
      Namespace: 'Old',
      'MetricData.member.1.MetricName': 'm',
      'MetricData.member.1.Value': '7',
    });
    expect(put.status).toBe(200);
    const listed = await call({ Action: 'ListMetrics', Namespace: 'Old' });
    expect(await listed.text()).toContain('<MetricName>m</MetricName>');
  });
});
