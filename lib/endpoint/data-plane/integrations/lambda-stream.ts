import type { InvokeWithResponseStreamResponse } from '@aws-sdk/client-lambda';
import { ServiceError } from '../../errors.ts';
import type { Service } from '../../services/service.ts';
import type { IntegrationResult } from './integration.ts';
import { createLambdaDoor, functionOf, payloadBytesMax, type LambdaCall } from './lambda.ts';

export interface LambdaStreamCall extends Pick<
  LambdaCall,
  'uri' | 'event' | 'traceHeader' | 'timeoutMs' | 'source' | 'tenantId'
> {
  /** The longest that nothing may come. */
  readonly idleMs: number;
}

export type LambdaStream =
  | {
      readonly kind: 'streaming';
      /** Throws when the function ends with an error, or the time is over. Whoever stops reading ends the call. */
      readonly chunks: AsyncGenerator<Uint8Array>;
    }
  | Exclude<IntegrationResult, { readonly kind: 'answered' }>;

/** That a stream, begun or not, was not to go on. */
export class StreamLate extends Error {}

/** Calls functions by InvokeWithResponseStream, after asking the function's policy. */
export function createLambdaStream(lambda: Service, baseUrl: string) {
  const door = createLambdaDoor(lambda, baseUrl);

  return async (call: LambdaStreamCall): Promise<LambdaStream> => {
    const stop = new AbortController();
    const found = functionOf(call.uri);
    if (!found) return { kind: 'failed', reason: `${call.uri} names no function` };
    const Payload = Buffer.from(JSON.stringify(call.event));
    if (Payload.length > payloadBytesMax)
      return { kind: 'too-large', reason: `the event has ${Payload.length} bytes` };
    const context = door.contextOf(found, call.traceHeader, stop.signal);
    const endMs = performance.now() + call.timeoutMs;
    try {
      const refusal = await door.refusalOf(found, call.source, context);
      if (refusal) return refusal;
      const { TenantId } = { TenantId: call.tenantId };
      const input = { FunctionName: found.functionArn, Payload, ...(TenantId !== undefined && { TenantId }) };
      const work = door.run<InvokeWithResponseStreamResponse>('InvokeWithResponseStream', input, context);
      const { EventStream } = await within(call, endMs, work);
      if (!EventStream) return { kind: 'failed', reason: `${found.functionArn} gave no stream` };
      const events = EventStream[Symbol.asyncIterator]();
      return { kind: 'streaming', chunks: readChunks(events, call, endMs, stop) };
    } catch (error) {
      stop.abort();
      if (error instanceof StreamLate) return { kind: 'unavailable', isLate: true, reason: error.message };
      if (error instanceof ServiceError) return { kind: 'failed', reason: error.message };
      throw error;
    }
  };
}

type Events = AsyncIterator<
  NonNullable<InvokeWithResponseStreamResponse['EventStream']> extends AsyncIterable<infer Event>
    ? Event
    : never
>;

async function* readChunks(
  events: Events,
  times: { readonly timeoutMs: number; readonly idleMs: number },
  endMs: number,
  stop: AbortController,
): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      const { done, value } = await within(times, endMs, events.next());
      if (done === true) return;
      const error = value.InvokeComplete?.ErrorCode;
      if (error !== undefined) throw new Error(`the function ended with ${error}`);
      const bytes = value.PayloadChunk?.Payload;
      if (bytes && bytes.length > 0) yield bytes;
    }
  } finally {
    // A function whose answer nobody reads any more is let go.
    stop.abort();
  }
}

/** Throws `StreamLate` when nothing comes for too long, or the whole takes too long. */
async function within<Result>(
  { timeoutMs, idleMs }: { readonly timeoutMs: number; readonly idleMs: number },
  endMs: number,
  work: Promise<Result>,
): Promise<Result> {
  const leftMs = Math.max(0, endMs - performance.now());
  const isIdle = idleMs < leftMs;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const text = isIdle ? `nothing came for ${idleMs} ms` : `the function did not end in ${timeoutMs} ms`;
    timer = setTimeout(() => reject(new StreamLate(text)), Math.min(leftMs, idleMs));
  });
  // What comes after its time is nobody's.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
