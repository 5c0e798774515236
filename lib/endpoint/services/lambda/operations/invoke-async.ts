import type { InvokeAsyncRequest, InvokeAsyncResponse } from '@aws-sdk/client-lambda';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import type { Operation } from '../../service.ts';
import { acceptEvent } from '../event-acceptance.ts';
import { invalidRequestContent, requestEntityTooLarge } from '../errors.ts';
import { prepareCall } from '../invocation.ts';
import type { LambdaParts } from '../parts.ts';
import { eventPayloadBytesMax } from '../rules/limits.ts';

type Input = Omit<InvokeAsyncRequest, 'InvokeArgs'> & { InvokeArgs?: AsyncIterable<Uint8Array> | Uint8Array };

/** The older way to call asynchronously, of which AWS advises against; the same queue takes it. */
export function invokeAsync(parts: LambdaParts): Operation<Input, InvokeAsyncResponse> {
  return async (input, context) => {
    const Payload = await readArguments(input.InvokeArgs);
    const call = prepareCall({ FunctionName: input.FunctionName, Payload }, context, parts);
    await acceptEvent(parts, call, {});
    return { Status: 202 };
  };
}

async function readArguments(body: Input['InvokeArgs']): Promise<Uint8Array> {
  if (body === undefined) throw invalidRequestContent('Could not parse request body into json: no content.');
  if (body instanceof Uint8Array) return body;
  return buffer(Readable.from(limited(body)));
}

async function* limited(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.byteLength;
    if (bytes > eventPayloadBytesMax) {
      throw requestEntityTooLarge(
        `more than ${eventPayloadBytesMax} byte payload is too large for the Event invocation type (limit ${eventPayloadBytesMax} bytes)`,
      );
    }
    yield piece;
  }
}
