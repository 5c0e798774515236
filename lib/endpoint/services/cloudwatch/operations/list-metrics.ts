import type { DimensionFilter, ListMetricsInput, ListMetricsOutput } from '@aws-sdk/client-cloudwatch';
import type { Given, Operation } from '../../service.ts';
import { invalidToken } from '../errors.ts';
import type { CloudWatchParts } from '../parts.ts';
import type { MetricRecord } from '../records.ts';

const pageSize = 500;
const shownMs = 14 * 86_400_000;
const recentMs = 3 * 3_600_000;

/** Metrics with data in the last two weeks, or of the last three hours when `RecentlyActive` asks for those. */
export function listMetrics({
  repository,
  writer,
  now,
}: CloudWatchParts): Operation<Given<ListMetricsInput>, ListMetricsOutput> {
  return (input, context) => {
    writer.flush();
    let afterId = 0;
    if (input.NextToken !== undefined) {
      afterId = Number(Buffer.from(input.NextToken, 'base64url').toString());
      if (!Number.isSafeInteger(afterId) || afterId < 0) throw invalidToken();
    }
    const sinceMs = now() - (input.RecentlyActive === 'PT3H' ? recentMs : shownMs);
    const found: MetricRecord[] = [];
    for (let isMore = true; isMore && found.length <= pageSize;) {
      const page = repository.listMetrics(context, {
        namespace: input.Namespace ?? '',
        name: input.MetricName ?? '',
        sinceMs,
        afterId,
        limit: 1000,
      });
      isMore = page.length === 1000;
      afterId = page.at(-1)?.id ?? afterId;
      found.push(...page.filter((metric) => fits(metric, input.Dimensions ?? [])));
    }
    const shown = found.slice(0, pageSize);
    const last = shown.at(-1);
    return {
      Metrics: shown.map(({ namespace, name, dimensions }) => ({
        Namespace: namespace,
        MetricName: name,
        Dimensions: dimensions.map(({ name: Name, value: Value }) => ({ Name, Value })),
      })),
      ...(found.length > pageSize &&
        last && { NextToken: Buffer.from(String(last.id)).toString('base64url') }),
    };
  };
}

function fits({ dimensions }: MetricRecord, filters: readonly DimensionFilter[]): boolean {
  return filters.every(({ Name, Value }) =>
    dimensions.some(({ name, value }) => name === Name && (Value === undefined || value === Value)),
  );
}
