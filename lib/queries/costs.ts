import 'server-only';
import { GetMetricDataCommand, type MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import type { Aws } from '@/lib/aws/clients';
import {
  daysMeasured,
  daysOfMonth,
  estimateMonth,
  type CostEstimate,
  type MeasuredUse,
} from '@/lib/domain/cost-estimate';
import { listAllFunctions } from '@/lib/queries/functions';
import { listProvisioned } from '@/lib/queries/provisioned';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import type { Place } from '@/lib/routes';

/** Queries that AWS takes at once. */
const queriesMax = 500;
const pagesMax = 20;
const dayMs = 86_400_000;
const daySeconds = 86_400;
/** Functions whose costs are listed: two calls of CloudWatch at most. */
const listedMax = 300;
const shownMax = 10;

const metrics = [
  { id: 'n', metric: 'Invocations' },
  { id: 'd', metric: 'Duration' },
  { id: 'p', metric: 'ProvisionedConcurrencyInvocations' },
] as const;

const queriesOf = (name: string, index: number): MetricDataQuery[] =>
  metrics.map(({ id, metric }) => ({
    Id: `${id}${index}`,
    MetricStat: {
      Metric: {
        Namespace: 'AWS/Lambda',
        MetricName: metric,
        Dimensions: [{ Name: 'FunctionName', Value: name }],
      },
      Period: daySeconds,
      Stat: 'Sum',
    },
  }));

/** What each function did in the last thirty days, in the order of the names; undefined where nothing is known. */
async function measure(aws: Aws, names: readonly string[]): Promise<(MeasuredUse | undefined)[]> {
  const cloudWatch = await aws.cloudWatch();
  const now = Date.now();
  const sums = new Map<string, { sum: number; times: number[] }>();
  const perCall = Math.floor(queriesMax / metrics.length);
  for (let first = 0; first < names.length; first += perCall) {
    const queries = names
      .slice(first, first + perCall)
      .flatMap((name, index) => queriesOf(name, first + index));
    let NextToken: string | undefined;
    for (let page = 0; page < pagesMax; page += 1) {
      const output = await cloudWatch.send(
        new GetMetricDataCommand({
          StartTime: new Date(now - daysOfMonth * dayMs),
          EndTime: new Date(now),
          MetricDataQueries: queries,
          NextToken,
        }),
      );
      for (const { Id = '', Timestamps = [], Values = [] } of output.MetricDataResults ?? []) {
        const before = sums.get(Id) ?? { sum: 0, times: [] };
        sums.set(Id, {
          sum: before.sum + Values.reduce((total, value) => total + value, 0),
          times: [...before.times, ...Timestamps.map((at) => at.getTime())],
        });
      }
      NextToken = output.NextToken;
      if (!NextToken) break;
    }
  }
  return names.map((_, index) => {
    const of = (id: (typeof metrics)[number]['id']) => sums.get(`${id}${index}`) ?? { sum: 0, times: [] };
    const days = daysMeasured(of('n').times, now);
    if (days === undefined) return undefined;
    return {
      days,
      invocations: of('n').sum,
      durationMs: of('d').sum,
      provisionedInvocations: of('p').sum,
    };
  });
}

export interface FunctionCost {
  readonly use: MeasuredUse;
  readonly cost: CostEstimate;
  readonly provisionedCount: number;
}

/** What a month of a function costs by its metrics; undefined while it has none and nothing is kept ready. */
export async function getFunctionCost(
  place: Place,
  facts: {
    readonly name: string;
    readonly architecture: string;
    readonly memoryMb: number;
    readonly ephemeralStorageMb: number;
  },
) {
  const provisioned = await listProvisioned(place, facts.name);
  // An endpoint without provisioned concurrency keeps nothing ready.
  const provisionedCount = provisioned.ok
    ? provisioned.data.reduce((sum, { requested }) => sum + requested, 0)
    : 0;
  return readAsViewer<FunctionCost | undefined>(place, 'cloudwatch:GetMetricData', async (aws) => {
    const [measured] = await measure(aws, [facts.name]);
    if (!measured && provisionedCount === 0) return undefined;
    const use = measured ?? { days: 1, invocations: 0, durationMs: 0, provisionedInvocations: 0 };
    return { use, cost: estimateMonth(use, facts, provisionedCount), provisionedCount };
  });
}

export interface CostRow {
  readonly name: string;
  readonly invocations: number;
  readonly days: number;
  readonly total: number;
}

export interface CostList {
  /** The most expensive first. */
  readonly rows: readonly CostRow[];
  /** Functions that were looked at; fewer than there are when there are very many. */
  readonly looked: number;
  readonly isCut: boolean;
  readonly total: number;
}

/**
 * The functions that cost most, by requests and duration. The listing that the functions list keeps tells their
 * memory; what is kept ready and storage above 512 MB would be a call for each function and are left out.
 */
export function listCosts(place: Place) {
  return readAsViewer<CostList>(place, 'cloudwatch:GetMetricData', async (aws) => {
    const { rows: functions, isComplete } = await listAllFunctions(place);
    const looked = functions.slice(0, listedMax);
    const used = await measure(
      aws,
      looked.map(({ name }) => name),
    );
    const costs = looked.flatMap(({ name, memoryMb, architecture }, index) => {
      const use = used[index];
      if (!use) return [];
      const { total } = estimateMonth(use, { memoryMb, architecture, ephemeralStorageMb: 512 }, 0);
      return [{ name, invocations: use.invocations, days: use.days, total }];
    });
    return {
      rows: costs.sort((a, b) => b.total - a.total).slice(0, shownMax),
      looked: looked.length,
      isCut: !isComplete || functions.length > looked.length,
      total: costs.reduce((sum, { total }) => sum + total, 0),
    };
  });
}
