import type { GetMetricDataInput, GetMetricDataOutput } from '@aws-sdk/client-cloudwatch';
import type { Given, Operation } from '../../service.ts';
import { invalidToken, validationError } from '../errors.ts';
import type { CloudWatchParts } from '../parts.ts';
import { readRange } from '../read-series.ts';
import { runQueries, type QueryResult } from '../run-queries.ts';

const queriesMax = 500;
const pointsMax = 100_800;

/** Newest first by default. A page holds `MaxDatapoints` values; the token says where the next one begins. */
export function getMetricData(
  parts: CloudWatchParts,
): Operation<Given<GetMetricDataInput>, GetMetricDataOutput> {
  return (input, context) => {
    const queries = input.MetricDataQueries;
    if (queries.length === 0 || queries.length > queriesMax)
      throw validationError(`MetricDataQueries must have 1 to ${queriesMax} entries.`);
    const ids = new Set<string>();
    for (const { Id: id = '', MetricStat: stat, Expression: expression } of queries) {
      if (!/^[a-z]\w{0,254}$/.test(id))
        throw validationError(
          `The id ${id} must begin with a small letter and hold letters, digits and underscores.`,
        );
      if (ids.has(id)) throw validationError(`The id ${id} is given more than once.`);
      ids.add(id);
      if ((stat === undefined) === (expression === undefined))
        throw validationError(`The query ${id} must have either MetricStat or Expression.`);
    }
    const limit = input.MaxDatapoints ?? pointsMax;
    if (limit < 1 || limit > pointsMax) throw validationError(`MaxDatapoints must be 1 to ${pointsMax}.`);
    const range = readRange(input.StartTime, input.EndTime);
    const skip = input.NextToken === undefined ? 0 : readToken(input.NextToken);
    parts.writer.flush();
    const results = runQueries(parts, context, queries, range);
    const isAscending = input.ScanBy === 'TimestampAscending';
    const { page, isWhole } = cut(results, isAscending, skip, limit);
    return {
      MetricDataResults: page,
      Messages: [],
      ...(!isWhole && { NextToken: Buffer.from(String(skip + limit)).toString('base64url') }),
    };
  };
}

function readToken(token: string): number {
  const skip = Number(Buffer.from(token, 'base64url').toString());
  if (!Number.isSafeInteger(skip) || skip < 0) throw invalidToken();
  return skip;
}

function cut(results: readonly QueryResult[], isAscending: boolean, skip: number, limit: number) {
  let seen = 0;
  const page = results.map(({ id, series }) => {
    const points = [...series.points].sort(([a], [b]) => (isAscending ? a - b : b - a));
    const shown = points.slice(Math.max(0, skip - seen), Math.max(0, skip + limit - seen));
    seen += points.length;
    const isCut = seen > skip + limit;
    return {
      Id: id,
      Label: series.label,
      Timestamps: shown.map(([time]) => new Date(time * 1000)),
      Values: shown.map(([, value]) => value),
      StatusCode: isCut ? ('PartialData' as const) : ('Complete' as const),
    };
  });
  return { page, isWhole: seen <= skip + limit };
}
