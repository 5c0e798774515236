import type { MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import { validationError } from './errors.ts';
import { evaluate, seriesOf, type Series, type Value } from './math/evaluate.ts';
import { parseExpression } from './math/parse.ts';
import { parseSearch } from './math/search.ts';
import type { CloudWatchParts } from './parts.ts';
import type { Place } from './records.ts';
import { assertPeriod, assertStatistic, readPoints, type TimeRange } from './read-series.ts';
import { assertMetricName, assertNamespace, readDimensions } from './rules/names.ts';

const searchMax = 500;
const timesMax = 100_800;

export interface QueryResult {
  readonly id: string;
  readonly series: Series;
}

/** Runs the queries of one GetMetricData; results in the order of those that return data. */
export function runQueries(
  parts: CloudWatchParts,
  place: Place,
  queries: readonly MetricDataQuery[],
  range: TimeRange,
): QueryResult[] {
  const byId = new Map(queries.map((query) => [query.Id ?? '', query]));
  const done = new Map<string, Value | 'running'>();

  function valueOf(id: string): Value {
    const known = done.get(id);
    if (known === 'running') throw validationError(`The query ${id} refers to itself.`);
    if (known) return known;
    const query = byId.get(id);
    if (!query) throw validationError(`Error in expression: there is no query with the id ${id}.`);
    done.set(id, 'running');
    const value = query.MetricStat ? metric(query) : expression(query);
    done.set(id, value);
    return value;
  }

  function metric({ Id: id = '', MetricStat: asked, Label }: MetricDataQuery): Value {
    const { Namespace: namespace = '', MetricName: name = '', Dimensions } = asked?.Metric ?? {};
    assertNamespace(namespace);
    assertMetricName(name);
    const period = assertPeriod(asked?.Period);
    const statistic = asked?.Stat ?? '';
    assertStatistic(statistic);
    const { accountId, region } = place;
    const key = { accountId, region, namespace, name, dimensions: readDimensions(Dimensions) };
    const found = parts.repository.findMetric(key);
    const points = readPoints(parts, found, { range, period, unit: asked?.Unit, statistic });
    return { kind: 'series', series: { label: Label ?? (name || id), period, points } };
  }

  function expression({ Id: id = '', Expression: text = '', Period }: MetricDataQuery): Value {
    return evaluate(parseExpression(text), {
      lookUp: (name) =>
        name === 'REPEAT' && !byId.has(name) ? { kind: 'text', value: name } : valueOf(name),
      metrics: (part) =>
        queries
          .filter((query) => query.MetricStat && query.Id !== id && query.Id?.includes(part))
          .flatMap((query) => seriesOf(valueOf(query.Id ?? ''))),
      search: (search, statistic, period) =>
        runSearch(search, statistic, assertPeriod(period ?? Period ?? 300)),
      times,
    });
  }

  function runSearch(text: string, statistic: string, period: number): Series[] {
    assertStatistic(statistic);
    const search = parseSearch(text);
    const found: Series[] = [];
    for (let afterId = 0, isMore = true; isMore && found.length < searchMax;) {
      const page = parts.repository.listMetrics(place, {
        namespace: search.namespace,
        name: '',
        sinceMs: range.from * 1000,
        afterId,
        limit: 1000,
      });
      isMore = page.length === 1000;
      afterId = page.at(-1)?.id ?? afterId;
      for (const record of page
        .filter((candidate) => search.fits(candidate))
        .slice(0, searchMax - found.length)) {
        const points = readPoints(parts, record, { range, period, unit: undefined, statistic });
        const values = record.dimensions.map(({ value }) => value);
        found.push({ label: [...values, record.name].join(' '), period, points });
      }
    }
    return found;
  }

  function times(period: number): number[] {
    const first = range.from - (range.from % period);
    const count = Math.min(timesMax, Math.ceil((range.to - first) / period));
    return Array.from({ length: count }, (_, index) => first + index * period);
  }

  return queries
    .filter((query) => query.ReturnData !== false)
    .flatMap((query) => {
      const id = query.Id ?? '';
      const value = valueOf(id);
      const many = seriesOf(value);
      // What a search found keeps its own labels.
      const label =
        query.Label ?? (query.Expression !== undefined && value.kind === 'series' ? id : undefined);
      return many.map((series) => ({ id, series: label === undefined ? series : { ...series, label } }));
    });
}
