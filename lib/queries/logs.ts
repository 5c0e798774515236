import 'server-only';
import {
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-cloudwatch-logs';
import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { requireUser } from '@/lib/auth/guard';
import { awsFor, type Aws } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { LogLine, LogStreamRow } from '@/lib/domain/logs';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

const streamsPerPage = 50;
const linesPerPage = 500;
/** AWS hands out empty pages while it searches: this many are gone through before the reader is asked to go on. */
const searchPagesMax = 20;

export interface LogStreams {
  readonly logGroup: string;
  /** False until the function has written its first line. */
  readonly groupExists: boolean;
  readonly streams: readonly LogStreamRow[];
  readonly nextToken: string | undefined;
}

export interface LogPage {
  readonly logGroup: string;
  readonly lines: readonly LogLine[];
  /** Towards newer lines; the same token again at the end. */
  readonly forwardToken: string | undefined;
  readonly backwardToken: string | undefined;
}

/** The log group a function writes to: its own setting, else Lambda's default. */
export async function logGroupOf(aws: Aws, functionName: string): Promise<string> {
  const configuration = await aws.lambda.send(
    new GetFunctionConfigurationCommand({ FunctionName: functionName }),
  );
  return configuration.LoggingConfig?.LogGroup ?? `/aws/lambda/${functionName}`;
}

/** The same for a page that only names it: where the function cannot be read, the default. */
export async function findLogGroup(place: Place, functionName: string): Promise<string> {
  await requireUser('viewer');
  try {
    return await logGroupOf(await awsFor(place), functionName);
  } catch {
    return `/aws/lambda/${functionName}`;
  }
}

/** Log streams of a function, the last written first. A function that never ran has none. */
export async function listLogStreams(
  place: Place,
  functionName: string,
  nextToken?: string,
): Promise<Result<LogStreams, ConsoleError>> {
  await requireUser('viewer');
  try {
    const aws = await awsFor(place);
    const logGroup = await logGroupOf(aws, functionName);
    try {
      const output = await aws.logs.send(
        new DescribeLogStreamsCommand({
          logGroupName: logGroup,
          orderBy: 'LastEventTime',
          descending: true,
          limit: streamsPerPage,
          nextToken,
        }),
      );
      const streams = (output.logStreams ?? []).map((stream) => ({
        name: stream.logStreamName ?? '',
        firstEventMs: stream.firstEventTimestamp,
        lastEventMs: stream.lastEventTimestamp,
        storedBytes: stream.storedBytes,
      }));
      return succeed({ logGroup, groupExists: true, streams, nextToken: output.nextToken });
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
      return succeed({ logGroup, groupExists: false, streams: [], nextToken: undefined });
    }
  } catch (error) {
    return refuse(toConsoleError(error, { operation: 'logs:DescribeLogStreams' }));
  }
}

/** One page of a stream's lines, oldest first; the newest page without a token. */
export async function readLogStream(
  place: Place,
  functionName: string,
  stream: string,
  token?: string,
): Promise<Result<LogPage, ConsoleError>> {
  await requireUser('viewer');
  try {
    const aws = await awsFor(place);
    const logGroup = await logGroupOf(aws, functionName);
    const output = await aws.logs.send(
      new GetLogEventsCommand({
        logGroupName: logGroup,
        logStreamName: stream,
        limit: linesPerPage,
        startFromHead: false,
        nextToken: token,
      }),
    );
    const lines = (output.events ?? []).map((event, index) => ({
      id: `${event.timestamp ?? 0}-${index}-${token ?? ''}`,
      atMs: event.timestamp ?? 0,
      text: event.message ?? '',
      stream,
    }));
    return succeed({
      logGroup,
      lines,
      forwardToken: output.nextForwardToken,
      backwardToken: output.nextBackwardToken,
    });
  } catch (error) {
    return refuse(toConsoleError(error, { operation: 'logs:GetLogEvents' }));
  }
}

export interface LogSearch {
  readonly lines: readonly LogLine[];
  /** More may match: narrow the search or go on from here. */
  readonly nextToken: string | undefined;
}

/** Lines of all streams that match a CloudWatch Logs filter pattern, oldest first; one page. */
export async function searchLogs(
  place: Place,
  functionName: string,
  search: {
    readonly pattern: string;
    readonly startMs: number;
    readonly endMs?: number;
    readonly nextToken?: string;
  },
): Promise<Result<LogSearch, ConsoleError>> {
  await requireUser('viewer');
  try {
    const aws = await awsFor(place);
    const logGroupName = await logGroupOf(aws, functionName);
    let { nextToken } = search;
    for (let page = 1; ; page += 1) {
      const output = await aws.logs.send(
        new FilterLogEventsCommand({
          logGroupName,
          filterPattern: search.pattern || undefined,
          startTime: search.startMs,
          endTime: search.endMs,
          nextToken,
          limit: linesPerPage,
        }),
      );
      const lines = (output.events ?? []).map((event) => ({
        id: event.eventId ?? `${event.timestamp}-${event.logStreamName}`,
        atMs: event.timestamp ?? 0,
        text: event.message ?? '',
        stream: event.logStreamName ?? '',
      }));
      ({ nextToken } = output);
      if (lines.length > 0 || nextToken === undefined || page >= searchPagesMax) {
        return succeed({ lines, nextToken });
      }
    }
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return succeed({ lines: [], nextToken: undefined });
    return refuse(
      toConsoleError(error, { operation: 'logs:FilterLogEvents', fields: { filterPattern: 'pattern' } }),
    );
  }
}
