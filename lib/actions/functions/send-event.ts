import 'server-only';
import {
  InvokeCommand,
  InvokeWithResponseStreamCommand,
  type InvokeWithResponseStreamCompleteEvent,
  type LambdaClient,
} from '@aws-sdk/client-lambda';
import { reportFigures, reportTraceId, type InvocationResult } from '@/lib/domain/invocation';

/** The page shows this much of an answer; the figures tell how much there was. */
export const payloadShownMax = 1024 * 1024;

export interface EventCall {
  readonly functionName: string;
  readonly payload: string;
  readonly qualifier: string | undefined;
  /** Where the function keeps tenants apart. */
  readonly tenantId?: string | undefined;
  /** Of a durable function. */
  readonly durable?: { readonly executionName: string } | undefined;
  readonly signal: AbortSignal;
}

const inputOf = ({ functionName, payload, qualifier, tenantId, durable }: EventCall) =>
  ({
    FunctionName: functionName,
    InvocationType: 'RequestResponse',
    LogType: 'Tail',
    // A durable function is not called without one.
    Qualifier: qualifier ?? (durable && '$LATEST'),
    DurableExecutionName: durable?.executionName || undefined,
    TenantId: tenantId,
    Payload: Buffer.from(payload),
  }) as const;

/** What the log tells of a run. */
function loggedOf(logResult: string | undefined, requestId: string) {
  const log = Buffer.from(logResult ?? '', 'base64').toString('utf8');
  return { requestId, log, report: reportFigures(log, requestId), traceId: reportTraceId(log, requestId) };
}

/** Sends an event and waits for the whole answer. SDK exceptions pass. */
export async function invokeBuffered(client: LambdaClient, call: EventCall): Promise<InvocationResult> {
  const startedMs = Date.now();
  const output = await client.send(new InvokeCommand(inputOf(call)), { abortSignal: call.signal });
  const bytes = output.Payload ?? new Uint8Array();
  return {
    ...loggedOf(output.LogResult, output.$metadata.requestId ?? ''),
    statusCode: output.StatusCode ?? 200,
    functionError: output.FunctionError,
    executedVersion: output.ExecutedVersion,
    payload: Buffer.from(bytes.subarray(0, payloadShownMax)).toString('utf8'),
    payloadBytes: bytes.length,
    roundTripMs: Date.now() - startedMs,
    at: new Date(startedMs).toISOString(),
  };
}

/** Sends an event and hands on the response piece by piece, as far as a page shows it. SDK exceptions pass. */
export async function invokeStreamed(
  client: LambdaClient,
  call: EventCall,
  onText: (text: string) => void,
): Promise<InvocationResult> {
  const startedMs = Date.now();
  const output = await client.send(new InvokeWithResponseStreamCommand(inputOf(call)), {
    abortSignal: call.signal,
  });
  const decoder = new TextDecoder();
  let text = '';
  let payloadBytes = 0;
  let firstByteMs: number | undefined;
  let complete: InvokeWithResponseStreamCompleteEvent | undefined;
  const add = (piece: string) => {
    if (piece === '') return;
    text += piece;
    onText(piece);
  };
  for await (const event of output.EventStream ?? []) {
    // The SDK does not end a stream for a signal that comes after its head.
    call.signal.throwIfAborted();
    if (event.InvokeComplete) complete = event.InvokeComplete;
    const bytes = event.PayloadChunk?.Payload;
    if (!bytes) continue;
    firstByteMs ??= Date.now() - startedMs;
    const room = payloadShownMax - payloadBytes;
    payloadBytes += bytes.length;
    if (room > 0) add(decoder.decode(bytes.subarray(0, room), { stream: true }));
  }
  add(decoder.decode());
  const functionError = complete?.ErrorCode;
  return {
    ...loggedOf(complete?.LogResult, output.$metadata.requestId ?? ''),
    statusCode: output.StatusCode ?? 200,
    functionError,
    executedVersion: output.ExecutedVersion,
    ...(functionError === undefined
      ? { payload: text, payloadBytes }
      : { ...errorOf(complete), partialResponse: text }),
    firstByteMs,
    roundTripMs: Date.now() - startedMs,
    at: new Date(startedMs).toISOString(),
  };
}

/** Lambda puts the error document into the last message, apart from what was streamed before. */
function errorOf(complete: InvokeWithResponseStreamCompleteEvent | undefined) {
  const payload = (complete?.ErrorDetails ?? '').slice(0, payloadShownMax);
  return { payload, payloadBytes: Buffer.byteLength(complete?.ErrorDetails ?? '') };
}
