import 'server-only';
import {
  BatchGetTracesCommand,
  GetTraceSummariesCommand,
  type TraceSummary as XRaySummary,
} from '@aws-sdk/client-xray';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ConsoleError } from '@/lib/domain/console-error';
import { traceRows, type TraceOutcome, type TraceRow } from '@/lib/domain/trace';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

const summariesMax = 200;
const pagesMax = 5;

export interface TraceSummary {
  readonly id: string;
  /** ISO time; undefined where the endpoint does not say. */
  readonly startedAt: string | undefined;
  readonly durationMs: number | undefined;
  readonly outcome: TraceOutcome;
  /** `GET https://… 200`, of those that began with a request. */
  readonly http: string | undefined;
}

export interface TraceList {
  readonly traces: readonly TraceSummary[];
  /** There are more than these. */
  readonly isCut: boolean;
}

/** Traces that passed through a function, the newest first. `filter` is an expression of X-Ray. */
export async function listTraces(
  place: Place,
  functionName: string,
  search: { rangeMs: number; filter: string | undefined },
): Promise<Result<TraceList, ConsoleError>> {
  await requireUser('viewer');
  try {
    const xray = await (await awsFor(place)).xray();
    const now = Date.now();
    const found: TraceSummary[] = [];
    const own = `service("${functionName}")`;
    let NextToken: string | undefined;
    for (let page = 0; page < pagesMax && found.length < summariesMax; page += 1) {
      const output = await xray.send(
        new GetTraceSummariesCommand({
          StartTime: new Date(now - search.rangeMs),
          EndTime: new Date(now),
          FilterExpression: search.filter === undefined ? own : `${own} AND (${search.filter})`,
          NextToken,
        }),
      );
      found.push(...(output.TraceSummaries ?? []).map(summaryOf));
      NextToken = output.NextToken;
      if (!NextToken) break;
    }
    found.sort((a, b) => (b.startedAt ?? '').localeCompare(a.startedAt ?? ''));
    const isCut = NextToken !== undefined || found.length > summariesMax;
    return succeed({ traces: found.slice(0, summariesMax), isCut });
  } catch (error) {
    return refuse(toConsoleError(error, { operation: 'xray:GetTraceSummaries' }));
  }
}

function summaryOf(trace: XRaySummary): TraceSummary {
  const { Id = '', StartTime, Duration, HasFault, HasError, HasThrottle, Http } = trace;
  const outcome = HasThrottle ? 'throttle' : HasFault ? 'fault' : HasError ? 'error' : 'ok';
  // An id begins with its time: `1-<seconds in hex>-…`.
  const seconds = Number.parseInt(Id.split('-')[1] ?? '', 16);
  const started = StartTime ?? (Number.isNaN(seconds) ? undefined : new Date(seconds * 1_000));
  // A status alone says no more than the outcome does.
  const { HttpMethod, HttpURL, HttpStatus } = Http ?? {};
  const words =
    HttpURL === undefined ? [] : [HttpMethod, HttpURL, HttpStatus].filter((word) => word !== undefined);
  return {
    id: Id,
    startedAt: started?.toISOString(),
    durationMs: Duration === undefined ? undefined : Duration * 1_000,
    outcome,
    http: words.length > 0 ? words.join(' ') : undefined,
  };
}

/** The segments of one trace as a waterfall. */
export async function getTrace(
  place: Place,
  traceId: string,
): Promise<Result<readonly TraceRow[], ConsoleError>> {
  await requireUser('viewer');
  try {
    const xray = await (await awsFor(place)).xray();
    const output = await xray.send(new BatchGetTracesCommand({ TraceIds: [traceId] }));
    const documents = (output.Traces?.[0]?.Segments ?? []).flatMap(({ Document }) => Document ?? []);
    return succeed(traceRows(documents));
  } catch (error) {
    return refuse(toConsoleError(error, { operation: 'xray:BatchGetTraces' }));
  }
}
