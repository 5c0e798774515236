import 'server-only';
import { BatchGetTracesCommand, GetTraceSummariesCommand } from '@aws-sdk/client-xray';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ConsoleError } from '@/lib/domain/console-error';
import { traceRows, type TraceOutcome, type TraceRow } from '@/lib/domain/trace';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

const lookBackMs = 60 * 60_000;
const summariesMax = 100;
const pagesMax = 5;

export interface TraceSummary {
  readonly id: string;
  /** ISO time; undefined where the endpoint does not say. */
  readonly startedAt: string | undefined;
  readonly durationMs: number | undefined;
  readonly outcome: TraceOutcome;
}

/** Traces of the last hour that passed through a function, the newest first. */
export async function listTraces(
  place: Place,
  functionName: string,
): Promise<Result<readonly TraceSummary[], ConsoleError>> {
  await requireUser('viewer');
  try {
    const xray = await (await awsFor(place)).xray();
    const now = Date.now();
    const found: TraceSummary[] = [];
    let NextToken: string | undefined;
    for (let page = 0; page < pagesMax && found.length < summariesMax; page += 1) {
      const output = await xray.send(
        new GetTraceSummariesCommand({
          StartTime: new Date(now - lookBackMs),
          EndTime: new Date(now),
          FilterExpression: `service("${functionName}")`,
          NextToken,
        }),
      );
      for (const trace of output.TraceSummaries ?? []) {
        const { Id = '', StartTime, Duration, HasFault, HasError, HasThrottle } = trace;
        const outcome = HasThrottle ? 'throttle' : HasFault ? 'fault' : HasError ? 'error' : 'ok';
        // An id begins with its time: `1-<seconds in hex>-…`.
        const seconds = Number.parseInt(Id.split('-')[1] ?? '', 16);
        const started = StartTime ?? (Number.isNaN(seconds) ? undefined : new Date(seconds * 1_000));
        found.push({
          id: Id,
          startedAt: started?.toISOString(),
          durationMs: Duration === undefined ? undefined : Duration * 1_000,
          outcome,
        });
      }
      NextToken = output.NextToken;
      if (!NextToken) break;
    }
    return succeed(
      found.sort((a, b) => (b.startedAt ?? '').localeCompare(a.startedAt ?? '')).slice(0, summariesMax),
    );
  } catch (error) {
    return refuse(toConsoleError(error, { operation: 'xray:GetTraceSummaries' }));
  }
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
