import type { DescribeQueriesRequest, DescribeQueriesResponse } from '@aws-sdk/client-cloudwatch-logs';
import type { Given, Operation } from '../../service.ts';
import { readListToken, writeListToken } from '../page-token.ts';
import type { LogsParts } from '../parts.ts';
import { numberInRange } from '../rules/names.ts';

/** Queries that ran or run since the endpoint started, newest first. */
export function describeQueries({
  queries,
}: LogsParts): Operation<Given<DescribeQueriesRequest>, DescribeQueriesResponse> {
  return (input, context) => {
    const limit = numberInRange('maxResults', input.maxResults, { min: 1, max: 1000, fallback: 1000 });
    const after = input.nextToken === undefined ? undefined : readListToken(input.nextToken, textOf);
    const found = queries
      .list(context)
      .filter(({ status }) => input.status === undefined || status === input.status)
      .filter(
        ({ logGroupNames }) => input.logGroupName === undefined || logGroupNames.includes(input.logGroupName),
      )
      .filter(() => (input.queryLanguage ?? 'CWLI') === 'CWLI');
    const start = after === undefined ? 0 : found.findIndex(({ id }) => id === after) + 1;
    const page = found.slice(start, start + limit);
    const last = page.at(-1);
    return {
      queries: page.map((query) => ({
        queryLanguage: 'CWLI',
        queryId: query.id,
        queryString: query.queryString,
        status: query.status,
        createTime: query.createdMs,
        logGroupName: query.logGroupNames[0],
        queryDuration: query.durationMs,
        bytesScanned: query.counts.bytes,
      })),
      ...(last && start + limit < found.length && { nextToken: writeListToken(last.id) }),
    };
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
