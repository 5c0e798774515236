import type {
  GetQueryResultsRequest,
  GetQueryResultsResponse,
  ResultField,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Given, Operation } from '../../service.ts';
import { queryNotFound } from '../errors.ts';
import { readListToken, writeListToken } from '../page-token.ts';
import { rowsAPage } from '../insights/run-query.ts';
import type { LogsParts } from '../parts.ts';
import { numberInRange } from '../rules/names.ts';

const itemsMax = 10_000;

/** While a query runs its statistics grow; its results are there when it is complete. */
export function getQueryResults({
  queries,
}: LogsParts): Operation<Given<GetQueryResultsRequest>, GetQueryResultsResponse> {
  return (input, context) => {
    const query = queries.find(context, input.queryId);
    if (!query) throw queryNotFound(input.queryId);
    const count = numberInRange('maxItems', input.maxItems, { min: 1, max: itemsMax, fallback: itemsMax });
    const from = input.nextToken === undefined ? 0 : readListToken(input.nextToken, rowNumber);
    const until = Math.min(from + count, query.rowCount);
    const { counts, rowCount } = query;
    return {
      queryLanguage: 'CWLI',
      status: query.status,
      results: readRows(query.pages, from, until),
      statistics: {
        recordsMatched: counts.matched,
        recordsScanned: counts.scanned,
        bytesScanned: counts.bytes,
        estimatedRecordsSkipped: 0,
        estimatedBytesSkipped: 0,
        logGroupsScanned: query.logGroupNames.length,
        ...(query.status === 'Complete' && { resultCount: rowCount }),
      },
      ...(until < query.rowCount && { nextToken: writeListToken(until) }),
    };
  };
}

/** Only the pages that hold the rows are parsed. */
function readRows(pages: readonly Uint8Array[], from: number, until: number): ResultField[][] {
  const first = Math.floor(from / rowsAPage);
  return pages
    .slice(first, Math.ceil(until / rowsAPage))
    .flatMap((page) => JSON.parse(Buffer.from(page).toString()) as ResultField[][])
    .slice(from - first * rowsAPage, until - first * rowsAPage);
}

function rowNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}
