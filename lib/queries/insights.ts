import 'server-only';
import {
  DescribeQueryDefinitionsCommand,
  type GetQueryResultsCommandOutput,
  GetLogRecordCommand,
  GetQueryResultsCommand,
  StartQueryCommand,
  StopQueryCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import { consoleError, type ConsoleError } from '@/lib/domain/console-error';
import {
  insightsQueryMax,
  insightsRangeMs,
  insightsRowsMax,
  type InsightsRange,
  type InsightsResult,
  type InsightsRow,
  type InsightsStatus,
  type SavedQuery,
} from '@/lib/domain/insights';
import { runInsightsSchema } from '@/lib/forms/insights';
import { logGroupOf } from '@/lib/queries/logs';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

const savedMax = 200;

/** Starts a query over a function's log; the answer is the id under which its results are asked for. */
export async function startInsights(
  place: Place,
  functionName: string,
  asked: { readonly query: string; readonly range: InsightsRange; readonly limit?: number },
): Promise<Result<string, ConsoleError>> {
  await requireUser('viewer');
  const operation = 'logs:StartQuery';
  try {
    const aws = await awsFor(place);
    const nowMs = Date.now();
    const output = await aws.logs.send(
      new StartQueryCommand({
        logGroupName: await logGroupOf(aws, functionName),
        queryString: asked.query,
        startTime: Math.floor((nowMs - insightsRangeMs(asked.range)) / 1000),
        // The second that has begun belongs to it.
        endTime: Math.ceil(nowMs / 1000),
        limit: asked.limit ?? insightsRowsMax,
      }),
    );
    return succeed(output.queryId ?? '');
  } catch (error) {
    return refuse(toConsoleError(error, { operation, fields: { queryString: 'query' } }));
  }
}

/** Starts what a browser asks for. */
export async function runInsights(
  place: Place,
  functionName: string,
  input: unknown,
): Promise<Result<string, ConsoleError>> {
  await requireUser('viewer');
  const asked = runInsightsSchema.safeParse(input);
  if (asked.success) return startInsights(place, functionName, asked.data);
  const message = `The query is empty or longer than ${insightsQueryMax} characters.`;
  return refuse(consoleError('invalid', message, { operation: 'logs:StartQuery', field: 'query' }));
}

/** How far a query is, and its rows once it is complete. */
export async function readInsights(
  place: Place,
  queryId: string,
): Promise<Result<InsightsResult, ConsoleError>> {
  await requireUser('viewer');
  try {
    const { logs } = await awsFor(place);
    return succeed(toResult(await logs.send(new GetQueryResultsCommand({ queryId }))));
  } catch (error) {
    return refuse(toConsoleError(error, { operation: 'logs:GetQueryResults' }));
  }
}

/** Ends a query that nobody waits for any more. One that has ended by itself is as good as stopped. */
export async function stopInsights(place: Place, queryId: string): Promise<Result<undefined, ConsoleError>> {
  await requireUser('viewer');
  try {
    const { logs } = await awsFor(place);
    await logs.send(new StopQueryCommand({ queryId }));
    return succeed(undefined);
  } catch (error) {
    const refusal = toConsoleError(error, { operation: 'logs:StopQuery' });
    return refusal.kind === 'invalid' ? succeed(undefined) : refuse(refusal);
  }
}

/** Every field of the event that a row was made of. */
export async function readLogRecord(
  place: Place,
  pointer: string,
): Promise<Result<InsightsRow, ConsoleError>> {
  await requireUser('viewer');
  try {
    const { logs } = await awsFor(place);
    const { logRecord } = await logs.send(new GetLogRecordCommand({ logRecordPointer: pointer }));
    const fields = Object.entries(logRecord ?? {}).filter(([field]) => field !== '@ptr');
    return succeed(fields.map(([field, value]) => ({ field, value })).sort(byField));
  } catch (error) {
    return refuse(toConsoleError(error, { operation: 'logs:GetLogRecord' }));
  }
}

/** The saved queries of the account in the Region, by name. */
export async function listSavedQueries(place: Place): Promise<Result<readonly SavedQuery[], ConsoleError>> {
  await requireUser('viewer');
  try {
    const { logs } = await awsFor(place);
    const output = await logs.send(new DescribeQueryDefinitionsCommand({ maxResults: savedMax }));
    return succeed(
      (output.queryDefinitions ?? []).map(({ queryDefinitionId = '', name = '', queryString = '' }) => ({
        id: queryDefinitionId,
        name,
        query: queryString,
      })),
    );
  } catch (error) {
    return refuse(toConsoleError(error, { operation: 'logs:DescribeQueryDefinitions' }));
  }
}

const statuses: Readonly<Record<string, InsightsStatus>> = {
  Complete: 'complete',
  Failed: 'failed',
  Cancelled: 'stopped',
  Timeout: 'timeout',
};

function toResult(output: GetQueryResultsCommandOutput): InsightsResult {
  const { recordsScanned = 0, recordsMatched = 0, bytesScanned = 0 } = output.statistics ?? {};
  const rows = (output.results ?? []).map((row) =>
    row.map(({ field = '', value = '' }) => ({ field, value })),
  );
  return {
    status: statuses[output.status ?? ''] ?? 'running',
    rows: rows.slice(0, insightsRowsMax),
    recordsScanned,
    recordsMatched,
    bytesScanned,
  };
}

function byField(left: { field: string }, right: { field: string }): number {
  return left.field.localeCompare(right.field);
}
