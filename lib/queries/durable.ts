import 'server-only';
import {
  GetDurableExecutionCommand,
  GetDurableExecutionHistoryCommand,
  ListDurableExecutionsByFunctionCommand,
  type ErrorObject,
  type Execution,
} from '@aws-sdk/client-lambda';
import type { ExecutionFilter } from '@/lib/domain/durable-execution';
import { operationsOf } from '@/lib/domain/durable-operations';
import { toDurableEvent, toShownEvent } from '@/lib/queries/durable-events';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import type { Place } from '@/lib/routes';

export interface ExecutionRow {
  readonly arn: string;
  readonly name: string;
  /** A number, or `$LATEST`. */
  readonly version: string;
  /** AWS's word. */
  readonly status: string;
  readonly startedAt: string | undefined;
  readonly endedAt: string | undefined;
}

export interface ExecutionDetail extends ExecutionRow {
  readonly traceId: string | undefined;
  readonly kmsKey: string | undefined;
  readonly timeoutSeconds: number | undefined;
  readonly retentionDays: number | undefined;
  readonly input: string | undefined;
  readonly result: string | undefined;
  readonly error: ErrorView | undefined;
}

export interface ErrorView {
  readonly type: string;
  readonly message: string;
  readonly data: string;
  readonly stack: readonly string[];
}

const executionsOnPage = 50;
const eventsOnPage = 50;
/** AWS's own bound is 3,000 operations, of a few events each. */
const historyPagesMax = 10;
/** Of input and result a page shows so many letters. */
const payloadShownMax = 100_000;

const versionOf = (arn: string) => arn.split('/')[0]?.split(':')[7] ?? '';

function toRow(execution: Partial<Execution>): ExecutionRow {
  const arn = execution.DurableExecutionArn ?? '';
  return {
    arn,
    name: execution.DurableExecutionName ?? '',
    version: versionOf(arn),
    status: execution.Status ?? '',
    startedAt: execution.StartTimestamp?.toISOString(),
    endedAt: execution.EndTimestamp?.toISOString(),
  };
}

export const toErrorView = (error: ErrorObject): ErrorView => ({
  type: error.ErrorType ?? '',
  message: error.ErrorMessage ?? '',
  data: error.ErrorData ?? '',
  stack: error.StackTrace ?? [],
});

const dateOf = (text: string) => (text === '' ? undefined : new Date(`${text}Z`));

/** Executions of a function or of one of its versions, the newest first; one page of them. */
export function listExecutions(
  place: Place,
  functionName: string,
  query: {
    readonly filter: ExecutionFilter;
    readonly qualifier: string | undefined;
    readonly marker: string | undefined;
  },
) {
  return readAsViewer(place, 'lambda:ListDurableExecutionsByFunction', async ({ lambda }) => {
    const { name, statuses, after, before } = query.filter;
    const output = await lambda.send(
      new ListDurableExecutionsByFunctionCommand({
        FunctionName: functionName,
        Qualifier: query.qualifier,
        DurableExecutionName: name || undefined,
        Statuses: statuses.length > 0 ? [...statuses] : undefined,
        StartedAfter: dateOf(after),
        StartedBefore: dateOf(before),
        ReverseOrder: true,
        Marker: query.marker,
        MaxItems: executionsOnPage,
      }),
    );
    return { rows: (output.DurableExecutions ?? []).map(toRow), next: output.NextMarker };
  });
}

/** One execution with its input and what came of it. */
export function getExecution(place: Place, arn: string) {
  return readAsViewer<ExecutionDetail>(place, 'lambda:GetDurableExecution', async ({ lambda }) => {
    const output = await lambda.send(
      new GetDurableExecutionCommand({ DurableExecutionArn: arn, IncludeExecutionData: true }),
    );
    return {
      ...toRow(output),
      version: output.Version ?? versionOf(arn),
      traceId: /Root=([\w-]+)/.exec(output.TraceHeader?.XAmznTraceId ?? '')?.[1],
      kmsKey: output.DurableConfig?.KMSKeyArn,
      timeoutSeconds: output.DurableConfig?.ExecutionTimeout,
      retentionDays: output.DurableConfig?.RetentionPeriodInDays,
      input: output.InputPayload?.slice(0, payloadShownMax),
      result: output.Result?.slice(0, payloadShownMax),
      error: output.Error && toErrorView(output.Error),
    };
  });
}

/** Steps, waits, callbacks, calls and contexts of an execution as a tree; without their data. */
export function listOperations(place: Place, arn: string) {
  return readAsViewer(place, 'lambda:GetDurableExecutionHistory', async ({ lambda }) => {
    const events = [];
    let Marker: string | undefined;
    for (let page = 0; page < historyPagesMax; page += 1) {
      const output = await lambda.send(
        new GetDurableExecutionHistoryCommand({ DurableExecutionArn: arn, MaxItems: 1000, Marker }),
      );
      events.push(...(output.Events ?? []).map(toDurableEvent));
      Marker = output.NextMarker;
      if (!Marker) break;
    }
    return { rows: operationsOf(events), isCut: Marker !== undefined };
  });
}

/** One page of the history of an execution, with the data of each event. */
export function listEvents(
  place: Place,
  arn: string,
  query: { readonly newestFirst: boolean; readonly marker: string | undefined },
) {
  return readAsViewer(place, 'lambda:GetDurableExecutionHistory', async ({ lambda }) => {
    const output = await lambda.send(
      new GetDurableExecutionHistoryCommand({
        DurableExecutionArn: arn,
        IncludeExecutionData: true,
        ReverseOrder: query.newestFirst,
        MaxItems: eventsOnPage,
        Marker: query.marker,
      }),
    );
    return { rows: (output.Events ?? []).map(toShownEvent), next: output.NextMarker };
  });
}
