import { createHash } from 'node:crypto';
import { ServiceError } from '../../errors.ts';
import type { InvocationOutcome, InvocationRequest } from '../../runtimes/launch.ts';
import { randomHex } from '../random-hex.ts';
import type { SegmentDocument, Traces } from '../xray/index.ts';
import { functionArn } from './names.ts';
import type { FunctionKey, FunctionRecord, FunctionSettings } from './records.ts';
import { causeOf } from './trace-cause.ts';

/** What X-Ray gets of functions (5.2). Nothing here throws. */
export interface FunctionTracing {
  /** Undefined for a call that is not traced, which then goes on as it is. */
  begin(call: TracedCall, startedMs: number): BegunTrace | undefined;
  /** The header with which an asynchronous call is kept: whether it is traced is settled once, for all its attempts. */
  accepted(record: FunctionRecord, header: string | undefined, nowMs: number): string | undefined;
  /** Where the function sends its subsegments. */
  daemonFor(key: FunctionKey): string | undefined | Promise<string | undefined>;
}

export interface TracedCall {
  readonly record: FunctionRecord;
  readonly settings: FunctionSettings;
  readonly request: InvocationRequest;
  /** As it came. */
  readonly traceHeader: string | undefined;
  /** An asynchronous call's turn. */
  readonly event?: { readonly acceptedMs: number; readonly attempts: number };
}

export interface BegunTrace {
  /** The call with the header of its run. */
  readonly request: InvocationRequest;
  ended(outcome: Exclude<InvocationOutcome, { kind: 'not-run' }>, nowMs: number): void;
  /** It did not run: throttled, or the machine could not. */
  failed(error: unknown, nowMs: number): void;
}

/** Where nothing is traced. */
export const noFunctionTracing: FunctionTracing = {
  begin: () => undefined,
  accepted: (_record, header) => header,
  daemonFor: () => undefined,
};

export function createFunctionTracing(traces: Traces): FunctionTracing {
  /** Whoever called has decided, else the function's mode says whether the default rule does. */
  function isSampled(
    key: FunctionKey,
    { tracingMode }: FunctionSettings,
    header: string | undefined,
    nowMs: number,
  ): boolean {
    const decided = header === undefined ? undefined : /(?:^|;)\s*Sampled=([01])/.exec(header)?.[1];
    if (decided !== undefined) return decided === '1';
    return tracingMode === 'Active' && traces.sample(functionArn(key), nowMs);
  }

  return {
    begin(call, startedMs) {
      const { record, settings, traceHeader } = call;
      // The way of nearly all calls where tracing is off.
      if (settings.tracingMode !== 'Active' && traceHeader?.includes('Sampled=1') !== true) return undefined;
      if (!isSampled(record, settings, traceHeader, startedMs)) return undefined;
      return beginTrace(call, startedMs, (documents) => traces.write(record, documents));
    },
    accepted(record, header, nowMs) {
      if (record.settings.tracingMode !== 'Active') return header;
      if (header !== undefined && /(?:^|;)\s*Sampled=[01]/.test(header)) return header;
      const flag = isSampled(record, record.settings, header, nowMs) ? 1 : 0;
      const root = header === undefined ? undefined : rootOf(header);
      const parent = header === undefined ? undefined : parentOf(header);
      return [
        `Root=${root ?? newRoot(nowMs)}`,
        ...(parent === undefined ? [] : [`Parent=${parent}`]),
        `Sampled=${flag}`,
        ...lineageOf(header),
      ].join(';');
    },
    daemonFor: (key) => traces.daemonFor(key),
  };
}

/** What comes of an asynchronous call goes on from its segment. */
export function headerOfEvent(requestId: string, header: string): string {
  if (!header.includes('Sampled=1')) return header;
  const rest = header.replace(/(^|;)\s*Parent=[^;]*/, '').replace(/^;/, '');
  return `${rest};Parent=${idOf(requestId, 'service')}`;
}

interface TraceIds {
  readonly traceId: string;
  readonly parentId: string | undefined;
  readonly service: string;
  /** The attempt's, of asynchronous calls; the function's segment hangs on it. */
  readonly attempt: string | undefined;
  readonly function: string;
}

function beginTrace(
  call: TracedCall,
  startedMs: number,
  write: (documents: SegmentDocument[]) => void,
): BegunTrace {
  const { request, event, traceHeader } = call;
  const { requestId } = request;
  const ids: TraceIds = {
    traceId: rootOf(request.traceHeader ?? '') ?? newRoot(startedMs),
    parentId: traceHeader === undefined ? undefined : parentOf(traceHeader),
    service: event ? idOf(requestId, 'service') : newId(),
    attempt: event && idOf(requestId, `attempt ${event.attempts + 1}`),
    function: newId(),
  };
  const header = [
    `Root=${ids.traceId}`,
    `Parent=${ids.function}`,
    'Sampled=1',
    ...lineageOf(request.traceHeader),
  ].join(';');
  return {
    request: { ...request, traceHeader: header, tracing: { traceId: ids.traceId, segmentId: ids.function } },
    ended(outcome, nowMs) {
      const isFault = outcome.kind === 'function-error';
      write([
        ...serviceSegments(call, ids, { startedMs, nowMs, status: 200, isFault }),
        functionSegment(call, ids, outcome, nowMs),
      ]);
    },
    failed(error, nowMs) {
      // An asynchronous call that found no place waits; its next turn tells.
      if (event) return;
      const status = error instanceof ServiceError ? error.status : 500;
      write(serviceSegments(call, ids, { startedMs, nowMs, status, isFault: status >= 500 }));
    },
  };
}

function serviceSegments(
  { record, request, event }: TracedCall,
  ids: TraceIds,
  how: { startedMs: number; nowMs: number; status: number; isFault: boolean },
): SegmentDocument[] {
  const { startedMs, nowMs, status } = how;
  const outcome = {
    ...(how.isFault && { fault: true }),
    ...(status >= 400 && status < 500 && { error: true }),
    ...(status === 429 && { throttle: true }),
  };
  const top: SegmentDocument = {
    id: ids.service,
    name: record.name,
    start_time: (event?.acceptedMs ?? startedMs) / 1000,
    end_time: nowMs / 1000,
    trace_id: ids.traceId,
    ...(ids.parentId !== undefined && { parent_id: ids.parentId }),
    http: { response: { status: event ? 202 : status } },
    aws: { request_id: request.requestId },
    ...outcome,
    origin: 'AWS::Lambda',
    resource_arn: functionArn(record),
  };
  if (!event || ids.attempt === undefined) return [top];
  const inside = { type: 'subsegment', trace_id: ids.traceId, parent_id: ids.service };
  return [
    top,
    ...(event.attempts === 0
      ? [
          {
            ...inside,
            id: idOf(request.requestId, 'dwell'),
            name: 'Dwell Time',
            start_time: event.acceptedMs / 1000,
            end_time: startedMs / 1000,
          },
        ]
      : []),
    {
      ...inside,
      id: ids.attempt,
      name: `Attempt #${event.attempts + 1}`,
      start_time: startedMs / 1000,
      end_time: nowMs / 1000,
      http: { response: { status } },
      ...outcome,
    },
  ];
}

function functionSegment(
  { record }: TracedCall,
  ids: TraceIds,
  outcome: Exclude<InvocationOutcome, { kind: 'not-run' }>,
  nowMs: number,
): SegmentDocument {
  const { startedMs, durationMs, initDurationMs, initEndedMs = startedMs } = outcome.report;
  const aws = { function_arn: functionArn(record, record.version) };
  const endedMs = startedMs + durationMs;
  const part = (name: string, fromMs: number, toMs: number, more: object = {}): SegmentDocument => ({
    id: newId(),
    name,
    start_time: fromMs / 1000,
    end_time: toMs / 1000,
    aws,
    ...more,
  });
  const failure = outcome.kind === 'function-error' ? { fault: true, cause: causeOf(outcome.payload) } : {};
  return {
    id: ids.function,
    name: record.name,
    start_time: startedMs / 1000,
    end_time: Math.max(nowMs, endedMs) / 1000,
    trace_id: ids.traceId,
    parent_id: ids.attempt ?? ids.service,
    aws: {
      account_id: record.accountId,
      function_arn: functionArn(record),
      resource_names: [record.name],
    },
    origin: 'AWS::Lambda::Function',
    ...failure,
    subsegments: [
      ...(initDurationMs === undefined
        ? []
        : [part('Initialization', initEndedMs - initDurationMs, initEndedMs)]),
      part('Invocation', startedMs, endedMs, failure),
      part('Overhead', endedMs, Math.max(nowMs, endedMs)),
    ],
  };
}

function rootOf(header: string): string | undefined {
  return /(?:^|;)\s*Root=(1-[0-9a-f]{8}-[0-9a-f]{24})(?:;|$)/i.exec(header)?.[1];
}

function parentOf(header: string): string | undefined {
  return /(?:^|;)\s*Parent=([0-9a-f]{16})(?:;|$)/i.exec(header)?.[1];
}

function lineageOf(header: string | undefined): string[] {
  const lineage = /(?:^|;)(Lineage=[^;]+)/.exec(header ?? '')?.[1];
  return lineage === undefined ? [] : [lineage];
}

export function newRoot(nowMs: number): string {
  const seconds = Math.floor(nowMs / 1000).toString(16);
  return `1-${seconds.padStart(8, '0')}-${randomHex(12)}`;
}

function newId(): string {
  return randomHex(8);
}

/** The same for each turn of an asynchronous call, and after a restart. */
function idOf(requestId: string, part: string): string {
  return createHash('sha1').update(`${requestId} ${part}`).digest('hex').slice(0, 16);
}
