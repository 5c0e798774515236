import type {
  InvokeWithResponseStreamRequest,
  InvokeWithResponseStreamResponse,
  InvokeWithResponseStreamResponseEvent,
} from '@aws-sdk/client-lambda';
import type { InvocationOutcome } from '../../../runtimes/launch.ts';
import type { Operation } from '../../service.ts';
import type { LambdaParts } from '../parts.ts';
import { createChunkQueue } from '../chunk-queue.ts';
import { prepareCall, runCall } from '../invocation.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { streamConstraints } from '../rules/invoke-constraints.ts';

type Ended = Exclude<InvocationOutcome, { kind: 'not-run' }>;

export function invokeWithResponseStream(
  parts: LambdaParts,
): Operation<InvokeWithResponseStreamRequest, InvokeWithResponseStreamResponse> {
  return async (input, context) => {
    assertConstraints(streamConstraints, input);
    const call = prepareCall(input, context, parts);
    if (input.InvocationType === 'DryRun') return { StatusCode: 204 };

    // A caller that reads too slowly, or not at all, ends the call: what waits for it is bounded.
    const overflow = new AbortController();
    const signal = AbortSignal.any([context.signal, overflow.signal]);
    const queue = createChunkQueue(() => overflow.abort());
    const ended = runCall({ ...call, request: { ...call.request, caller: { signal } } }, parts, queue.push);
    ended.then(queue.end, queue.end);
    // Refusals must be answers, not events: nothing is sent before the first chunk or the end.
    await queue.started;
    if (!queue.hasChunks()) await ended;
    return {
      StatusCode: 200,
      ExecutedVersion: call.record.version,
      ResponseStreamContentType: 'application/octet-stream',
      EventStream: toEvents(queue, ended, input.LogType === 'Tail'),
    };
  };
}

async function* toEvents(
  queue: ReturnType<typeof createChunkQueue>,
  ended: Promise<Ended>,
  withLog: boolean,
): AsyncGenerator<InvokeWithResponseStreamResponseEvent> {
  let hasChunks = false;
  for await (const Payload of queue.chunks()) {
    hasChunks = true;
    yield { PayloadChunk: { Payload } };
  }
  const outcome = await ended;
  // A handler that does not stream answers with one whole body.
  if (!hasChunks && outcome.kind === 'success') yield { PayloadChunk: { Payload: outcome.payload } };
  yield {
    InvokeComplete: {
      ...(outcome.kind === 'function-error' && {
        ErrorCode: outcome.functionError,
        ErrorDetails: Buffer.from(outcome.payload).toString(),
      }),
      ...(withLog && { LogResult: Buffer.from(outcome.report.logTail()).toString('base64') }),
    },
  };
}
