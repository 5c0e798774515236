import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { requireUser } from '@/lib/auth/guard';
import { consoleError, type ConsoleError } from '@/lib/domain/console-error';
import type { InsightsRange, InsightsRow } from '@/lib/domain/insights';
import { valueOf } from '@/lib/domain/insights-rows';
import { readInsights, startInsights, stopInsights } from '@/lib/queries/insights';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

/** One invocation as its REPORT tells it. */
export interface InvocationRow {
  readonly requestId: string;
  /** `2026-01-15 12:00:00.000`, UTC. */
  readonly time: string;
  readonly stream: string;
  readonly durationMs: number | undefined;
  readonly billedMs: number | undefined;
  readonly memorySizeMb: number | undefined;
  readonly memoryUsedMb: number | undefined;
  readonly gbSeconds: number | undefined;
}

const rowsMax = 10;
const waitMsMax = 10_000;
const askMs = 150;

/** Of functions that log text and of those that log JSON. */
const reports = `filter @type = "REPORT" or type = "platform.report"
| fields @timestamp, @logStream, coalesce(@requestId, record.requestId) as requestId,
  coalesce(@duration, record.metrics.durationMs) as duration,
  coalesce(@billedDuration, record.metrics.billedDurationMs) as billed,
  coalesce(@memorySize / 1000000, record.metrics.memorySizeMB) as memorySize,
  coalesce(@maxMemoryUsed / 1000000, record.metrics.maxMemoryUsedMB) as memoryUsed
| fields billed / 1000 * memorySize / 1024 as gbSeconds`;

/** The last invocations of a function, or those that cost most, with Logs Insights over its log. */
export async function listInvocations(
  place: Place,
  functionName: string,
  order: 'recent' | 'expensive',
  range: InsightsRange,
): Promise<Result<readonly InvocationRow[], ConsoleError>> {
  await requireUser('viewer');
  const key = order === 'recent' ? '@timestamp' : 'gbSeconds';
  const query = `${reports}\n| sort ${key} desc\n| limit ${rowsMax}`;
  const started = await startInsights(place, functionName, { query, range, limit: rowsMax });
  if (!started.ok) {
    // A function that never ran has no log group yet.
    return started.error.kind === 'not-found' ? succeed([]) : started;
  }
  const deadline = performance.now() + waitMsMax;
  for (;;) {
    const found = await readInsights(place, started.data);
    if (!found.ok) return found;
    const { status, rows } = found.data;
    if (status === 'complete') return succeed(rows.map(toInvocation));
    if (status !== 'running' || performance.now() > deadline) {
      if (status === 'running') await stopInsights(place, started.data);
      const message = 'The query over the log did not end in time. Narrow it on the page of Logs Insights.';
      return refuse(consoleError('unreachable', message, { operation: 'logs:GetQueryResults' }));
    }
    await wait(askMs);
  }
}

function toInvocation(row: InsightsRow): InvocationRow {
  const number = (name: string) => {
    const value = valueOf(row, name);
    return value === undefined ? undefined : Number(value);
  };
  return {
    requestId: valueOf(row, 'requestId') ?? '',
    time: valueOf(row, '@timestamp') ?? '',
    stream: valueOf(row, '@logStream') ?? '',
    durationMs: number('duration'),
    billedMs: number('billed'),
    memorySizeMb: number('memorySize'),
    memoryUsedMb: number('memoryUsed'),
    gbSeconds: number('gbSeconds'),
  };
}
