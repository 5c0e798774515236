import 'server-only';
import { GetMetricDataCommand, type MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ConsoleError } from '@/lib/domain/console-error';
import {
  metricGraphs,
  metricRange,
  successRate,
  type MetricData,
  type MetricSeries,
} from '@/lib/domain/metrics';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

const pagesMax = 10;

function queriesOf(name: string, qualifier: string | undefined, period: number): MetricDataQuery[] {
  const dimensions = [
    { Name: 'FunctionName', Value: name },
    ...(qualifier === undefined ? [] : [{ Name: 'Resource', Value: `${name}:${qualifier}` }]),
  ];
  const all: readonly MetricSeries[] = metricGraphs.flatMap((graph): readonly MetricSeries[] => graph.series);
  const asked = all.filter(({ metric }) => metric !== '');
  return [
    ...asked.map(({ id, metric, stat }) => ({
      Id: id,
      MetricStat: {
        Metric: { Namespace: 'AWS/Lambda', MetricName: metric, Dimensions: dimensions },
        Period: period,
        Stat: stat,
      },
    })),
    { Id: successRate.id, Expression: successRate.expression },
  ];
}

/** The metrics of a function, a version or an alias over a range that ends now. */
export async function getMetrics(
  place: Place,
  name: string,
  rangeId: string | undefined,
  qualifier?: string,
): Promise<Result<MetricData, ConsoleError>> {
  return readMetricData(place, rangeId, (period) => queriesOf(name, qualifier, period));
}

/** The series of some queries over a range that ends now; `queriesFor` is given the length of a point in seconds. */
export async function readMetricData(
  place: Place,
  rangeId: string | undefined,
  queriesFor: (period: number) => MetricDataQuery[],
): Promise<Result<MetricData, ConsoleError>> {
  await requireUser('viewer');
  try {
    const cloudWatch = await (await awsFor(place)).cloudWatch();
    const { seconds, periodSeconds } = metricRange(rangeId);
    const periodMs = periodSeconds * 1_000;
    const endMs = Math.ceil(Date.now() / periodMs) * periodMs;
    const startMs = endMs - seconds * 1_000;
    const length = Math.round((endMs - startMs) / periodMs);
    const values: Record<string, (number | null)[]> = {};
    let nextToken: string | undefined;
    for (let page = 0; page < pagesMax; page += 1) {
      const output = await cloudWatch.send(
        new GetMetricDataCommand({
          StartTime: new Date(startMs),
          EndTime: new Date(endMs),
          ScanBy: 'TimestampAscending',
          MetricDataQueries: queriesFor(periodSeconds),
          NextToken: nextToken,
        }),
      );
      for (const { Id = '', Timestamps = [], Values = [] } of output.MetricDataResults ?? []) {
        const series = (values[Id] ??= Array.from({ length }, () => null));
        Timestamps.forEach((at, index) => {
          const slot = Math.floor((at.getTime() - startMs) / periodMs);
          const value = Values[index];
          if (slot >= 0 && slot < length && value !== undefined) series[slot] = value;
        });
      }
      nextToken = output.NextToken;
      if (!nextToken) break;
    }
    return succeed({ startMs, periodMs, length, values });
  } catch (error) {
    return refuse(toConsoleError(error, { operation: 'cloudwatch:GetMetricData' }));
  }
}
