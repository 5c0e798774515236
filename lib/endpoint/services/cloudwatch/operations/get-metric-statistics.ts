import type { GetMetricStatisticsInput, GetMetricStatisticsOutput } from '@aws-sdk/client-cloudwatch';
import type { Given, Operation } from '../../service.ts';
import { invalidCombination, missingParameter } from '../errors.ts';
import type { CloudWatchParts } from '../parts.ts';
import { assertPeriod, assertStatistic, readRange, readTallies } from '../read-series.ts';
import { assertMetricName, assertNamespace, readDimensions } from '../rules/names.ts';
import { statisticOf } from '../statistic.ts';

const pointsMax = 1440;

export function getMetricStatistics(
  parts: CloudWatchParts,
): Operation<Given<GetMetricStatisticsInput>, GetMetricStatisticsOutput> {
  return (input, { accountId, region }) => {
    assertNamespace(input.Namespace);
    assertMetricName(input.MetricName);
    const plain = input.Statistics ?? [];
    const extended = input.ExtendedStatistics ?? [];
    if (plain.length + extended.length === 0)
      throw missingParameter('The request must contain Statistics or ExtendedStatistics.');
    for (const name of [...plain, ...extended]) assertStatistic(name);
    const range = readRange(input.StartTime, input.EndTime);
    const period = assertPeriod(input.Period);
    if ((range.to - range.from) / period > pointsMax)
      throw invalidCombination(
        `You have requested up to ${Math.ceil((range.to - range.from) / period)} datapoints, which exceeds the limit of ${pointsMax}. You may reduce the datapoints requested by increasing Period, or decreasing the time range.`,
      );
    parts.writer.flush();
    const key = { accountId, region, namespace: input.Namespace, name: input.MetricName };
    const metric = parts.repository.findMetric({ ...key, dimensions: readDimensions(input.Dimensions) });
    const query = { range, period, unit: input.Unit, needsBins: extended.length > 0 };
    const tallies = metric ? readTallies(parts, metric, query) : [];
    return {
      Label: input.MetricName,
      Datapoints: tallies.map(({ start, unit, tally }) => ({
        Timestamp: new Date(start * 1000),
        Unit: unit as 'None',
        ...figures(plain, tally),
        ...(extended.length > 0 && { ExtendedStatistics: figures(extended, tally) }),
      })),
    };
  };
}

function figures(
  names: readonly string[],
  tally: Parameters<NonNullable<ReturnType<typeof statisticOf>>>[0],
) {
  const entries = names.map((name): [string, number | undefined] => [name, statisticOf(name)?.(tally)]);
  return Object.fromEntries(entries.filter((entry): entry is [string, number] => entry[1] !== undefined));
}
