import 'server-only';
import { GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { GetAccountSettingsCommand } from '@aws-sdk/client-lambda';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import type { Place } from '@/lib/routes';

/** Figures of the account in a Region; undefined where the endpoint does not say. */
export interface AccountFigures {
  readonly functionCount: number | undefined;
  readonly codeBytes: number | undefined;
  readonly codeBytesMax: number | undefined;
  readonly concurrency: number | undefined;
  readonly unreserved: number | undefined;
  readonly zippedBytesMax: number | undefined;
  readonly unzippedBytesMax: number | undefined;
}

/** What the account has and what it may have. */
export function getAccountFigures(place: Place) {
  return readAsViewer<AccountFigures>(place, 'lambda:GetAccountSettings', async ({ lambda }) => {
    const { AccountLimit, AccountUsage } = await lambda.send(new GetAccountSettingsCommand({}));
    return {
      functionCount: AccountUsage?.FunctionCount,
      codeBytes: AccountUsage?.TotalCodeSize,
      codeBytesMax: AccountLimit?.TotalCodeSize,
      concurrency: AccountLimit?.ConcurrentExecutions,
      unreserved: AccountLimit?.UnreservedConcurrentExecutions,
      zippedBytesMax: AccountLimit?.CodeSizeZipped,
      unzippedBytesMax: AccountLimit?.CodeSizeUnzipped,
    };
  });
}

const dayMs = 86_400_000;

/** Figures of all functions together, each with how a day's values become one. */
const figures = [
  { id: 'invocations', metric: 'Invocations', stat: 'Sum' },
  { id: 'errors', metric: 'Errors', stat: 'Sum' },
  { id: 'throttles', metric: 'Throttles', stat: 'Sum' },
  { id: 'duration', metric: 'Duration', stat: 'Average' },
  { id: 'concurrent', metric: 'ConcurrentExecutions', stat: 'Maximum' },
] as const;

export type AccountMetric = (typeof figures)[number]['id'];

/** What all functions did in the last 24 hours; a metric without data is left out. */
export function getAccountMetrics(place: Place) {
  return readAsViewer<Partial<Record<AccountMetric, number>>>(
    place,
    'cloudwatch:GetMetricData',
    async (aws) => {
      const cloudWatch = await aws.cloudWatch();
      // One period of a whole day would begin at midnight: hours are asked for and put together here.
      const end = Date.now();
      const output = await cloudWatch.send(
        new GetMetricDataCommand({
          StartTime: new Date(end - dayMs),
          EndTime: new Date(end),
          MetricDataQueries: figures.map(({ id, metric, stat }) => ({
            Id: id,
            MetricStat: {
              Metric: { Namespace: 'AWS/Lambda', MetricName: metric },
              Period: 3_600,
              Stat: stat,
            },
          })),
        }),
      );
      return Object.fromEntries(
        (output.MetricDataResults ?? []).flatMap(({ Id, Values = [] }) => {
          const figure = figures.find(({ id }) => id === Id);
          return figure && Values.length > 0 ? [[figure.id, together(figure.stat, Values)]] : [];
        }),
      );
    },
  );
}

function together(stat: (typeof figures)[number]['stat'], values: readonly number[]): number {
  if (stat === 'Maximum') return Math.max(...values);
  const sum = values.reduce((total, value) => total + value, 0);
  return stat === 'Sum' ? sum : sum / values.length;
}
