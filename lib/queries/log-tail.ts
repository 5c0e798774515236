import 'server-only';
import {
  DescribeLogGroupsCommand,
  FilterLogEventsCommand,
  ResourceNotFoundException,
  StartLiveTailCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { requireUser } from '@/lib/auth/guard';
import { awsFor, type Aws } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { LogLine } from '@/lib/domain/logs';
import { logGroupOf } from '@/lib/queries/logs';
import type { Place } from '@/lib/routes';

export type TailMessage =
  /** How the lines arrive: pushed by the endpoint, or asked for every two seconds where it cannot push. */
  | { readonly kind: 'started'; readonly mode: 'live' | 'polling' }
  /** The function has not written a line yet, so there is no log group to follow. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'lines'; readonly lines: readonly LogLine[]; readonly isSampled: boolean }
  | { readonly kind: 'failed'; readonly error: ConsoleError };

const pollMs = 2_000;
/** AWS ends a session after three hours; so do we, whoever serves it. */
const sessionMaxMs = 3 * 3_600_000;
/** Remembered so that a line at the border of two polls is shown once. */
const seenMax = 5_000;

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** ARN of the group without the `:*` at its end; undefined while there is no such group. */
async function groupArn(aws: Aws, logGroup: string): Promise<string | undefined> {
  const output = await aws.logs.send(
    new DescribeLogGroupsCommand({ logGroupNamePrefix: logGroup, limit: 50 }),
  );
  const group = output.logGroups?.find((found) => found.logGroupName === logGroup);
  return group && (group.logGroupArn ?? group.arn?.replace(/:\*$/, ''));
}

interface LiveSource {
  readonly aws: Aws;
  readonly logGroupName: string;
  readonly arn: string;
  readonly pattern: string;
  /** Lines from here on that were written before there was a session; undefined to begin with the session. */
  readonly missedSinceMs: number | undefined;
}

/** What the first run of a function wrote while its log group came to be: Live Tail itself begins later. */
async function missedLines(source: LiveSource, signal: AbortSignal): Promise<LogLine[]> {
  if (source.missedSinceMs === undefined) return [];
  const output = await source.aws.logs.send(
    new FilterLogEventsCommand({
      logGroupName: source.logGroupName,
      filterPattern: source.pattern || undefined,
      startTime: source.missedSinceMs,
    }),
    { abortSignal: signal },
  );
  return (output.events ?? []).map((event, index) => ({
    id: event.eventId ?? `missed-${index}`,
    atMs: event.timestamp ?? 0,
    text: event.message ?? '',
    stream: event.logStreamName ?? '',
  }));
}

const identity = (line: LogLine) => `${line.atMs} ${line.stream} ${line.text}`;

/** Returns the time of the last line; undefined when the session ended without any. */
async function* live(
  source: LiveSource,
  signal: AbortSignal,
): AsyncGenerator<TailMessage, number | undefined> {
  const { aws, arn, pattern } = source;
  const output = await aws.logs.send(
    new StartLiveTailCommand({ logGroupIdentifiers: [arn], logEventFilterPattern: pattern || undefined }),
    { abortSignal: signal },
  );
  let count = 0;
  let lastMs: number | undefined;
  // A line at the border comes both ways; Live Tail gives lines no ids to tell.
  const seen = new Set<string>();
  for await (const event of output.responseStream ?? []) {
    if (event.sessionStart) {
      yield { kind: 'started', mode: 'live' };
      const missed = await missedLines(source, signal);
      for (const line of missed) seen.add(identity(line));
      if (missed.length > 0) yield { kind: 'lines', lines: missed, isSampled: false };
    }
    const results = event.sessionUpdate?.sessionResults ?? [];
    if (results.length === 0) continue;
    const lines = results
      .map((result) => ({
        id: `live-${(count += 1)}`,
        atMs: result.timestamp ?? Date.now(),
        text: result.message ?? '',
        stream: result.logStreamName ?? '',
      }))
      .filter((line) => !seen.has(identity(line)));
    if (lines.length === 0) continue;
    lastMs = lines.at(-1)?.atMs;
    yield { kind: 'lines', lines, isSampled: event.sessionUpdate?.sessionMetadata?.sampled ?? false };
  }
  return lastMs;
}

async function* polling(
  aws: Aws,
  logGroupName: string,
  pattern: string,
  startMs: number,
  signal: AbortSignal,
): AsyncGenerator<TailMessage> {
  yield { kind: 'started', mode: 'polling' };
  const seen = new Set<string>();
  let fromMs = startMs;
  while (!signal.aborted) {
    const output = await aws.logs.send(
      new FilterLogEventsCommand({ logGroupName, filterPattern: pattern || undefined, startTime: fromMs }),
      { abortSignal: signal },
    );
    const fresh = (output.events ?? [])
      .map((event) => ({
        id: event.eventId ?? `${event.timestamp}-${event.logStreamName}-${event.message}`,
        atMs: event.timestamp ?? 0,
        text: event.message ?? '',
        stream: event.logStreamName ?? '',
      }))
      .filter((line) => !seen.has(line.id));
    for (const line of fresh) {
      seen.add(line.id);
      fromMs = Math.max(fromMs, line.atMs);
    }
    for (const id of seen) {
      if (seen.size <= seenMax) break;
      seen.delete(id);
    }
    if (fresh.length > 0) yield { kind: 'lines', lines: fresh, isSampled: false };
    await pause(pollMs, signal);
  }
}

/**
 * Follows a function's log until `signal` aborts or three hours are over. Live Tail where the endpoint has it,
 * else by asking; a function that never ran is waited for. A failure is the last message, not an exception.
 */
export async function* tailLog(
  place: Place,
  functionName: string,
  pattern: string,
  signal: AbortSignal,
): AsyncGenerator<TailMessage> {
  await requireUser('viewer');
  const startMs = Date.now();
  const limited = AbortSignal.any([signal, AbortSignal.timeout(sessionMaxMs)]);
  try {
    const aws = await awsFor(place);
    const logGroup = await logGroupOf(aws, functionName);
    let arn = await groupArn(aws, logGroup);
    const missedSinceMs = arn === undefined ? startMs : undefined;
    if (arn === undefined) yield { kind: 'waiting' };
    while (arn === undefined && !limited.aborted) {
      await pause(pollMs, limited);
      arn = await groupArn(aws, logGroup);
    }
    if (arn === undefined) return;
    let pushedUntilMs: number | undefined;
    try {
      pushedUntilMs = yield* live({ aws, logGroupName: logGroup, arn, pattern, missedSinceMs }, limited);
    } catch (error) {
      const { kind } = toConsoleError(error, { operation: 'logs:StartLiveTail' });
      if (limited.aborted || (kind !== 'unsupported' && kind !== 'denied')) throw error;
    }
    // Some endpoints open a session and end it at once, and a connection may be cut: what was begun goes on.
    const fromMs = pushedUntilMs === undefined ? startMs : pushedUntilMs + 1;
    if (!limited.aborted) yield* polling(aws, logGroup, pattern, fromMs, limited);
  } catch (error) {
    if (limited.aborted || error instanceof ResourceNotFoundException) return;
    yield { kind: 'failed', error: toConsoleError(error, { operation: 'logs:StartLiveTail' }) };
  }
}
