import { ServiceError } from '../errors.ts';
import {
  loadEventFramer,
  type EventFramer,
  type EventHeader,
  type Member,
  type Shape,
} from './aws-schema.ts';

export const EVENT_STREAM_CONTENT_TYPE = 'application/vnd.amazon.eventstream';

/** How the protocol writes the structure of one event. */
export interface EventPayloads {
  readonly contentType: string;
  write(shape: Shape, value: unknown): Uint8Array | string;
}

function text(value: string): EventHeader {
  return { type: 'string', value };
}

function bytesOf(body: Uint8Array | string): Uint8Array {
  return typeof body === 'string' ? Buffer.from(body) : body;
}

function headerOf(member: Member, value: unknown): EventHeader {
  switch (member.shape.kind) {
    case 'number':
      return {
        type: Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31 ? 'integer' : 'long',
        value,
      };
    case 'timestamp':
      return { type: 'timestamp', value };
    case 'boolean':
      return { type: 'boolean', value };
    case 'blob':
      return { type: 'binary', value };
    default:
      return text(String(value));
  }
}

/** Frames one event. The event is only read: an SDK serializer would take members out of it. */
function frameEvent(union: Shape, event: unknown, payloads: EventPayloads, frame: EventFramer): Uint8Array {
  const [name, value] = Object.entries(event as object).find(([, content]) => content !== undefined) ?? [];
  const member = name === undefined ? undefined : union.member(name);
  if (!member) throw new TypeError(`The stream ${union.name} has no event ${String(name)}.`);
  const fields = (value ?? {}) as Readonly<Record<string, unknown>>;
  const headers: Record<string, EventHeader> = {
    ':message-type': text('event'),
    ':event-type': text(member.name),
  };
  let payload: Member | undefined;
  let hasBody = false;
  for (const field of member.shape.members) {
    if (field.traits.eventPayload) payload = field;
    else if (!field.traits.eventHeader) hasBody = true;
    else if (fields[field.name] !== undefined) headers[field.name] = headerOf(field, fields[field.name]);
  }
  if (payload) {
    const content = fields[payload.name];
    if (payload.shape.kind === 'blob') {
      headers[':content-type'] = text('application/octet-stream');
      return frame(headers, content instanceof Uint8Array ? content : new Uint8Array());
    }
    headers[':content-type'] = text(payload.shape.kind === 'string' ? 'text/plain' : payloads.contentType);
    if (payload.shape.kind === 'string') return frame(headers, Buffer.from(String(content ?? '')));
    return frame(headers, bytesOf(payloads.write(payload.shape, content)));
  }
  if (!hasBody) return frame(headers, new Uint8Array());
  headers[':content-type'] = text(payloads.contentType);
  return frame(headers, bytesOf(payloads.write(member.shape, fields)));
}

/** The status line is out: a failure is the last message, an exception where the stream models it. */
function frameFailure(union: Shape, error: unknown, payloads: EventPayloads, frame: EventFramer): Uint8Array {
  const code = error instanceof ServiceError ? error.code : 'InternalFailure';
  const message =
    error instanceof ServiceError ? error.message : 'The endpoint failed while streaming the answer.';
  const member = union.members.find(({ shape }) => shape.traits.error !== undefined && shape.name === code);
  if (!member)
    return frame(
      { ':message-type': text('error'), ':error-code': text(code), ':error-message': text(message) },
      new Uint8Array(),
    );
  const members = error instanceof ServiceError ? error.members : {};
  return frame(
    {
      ':message-type': text('exception'),
      ':exception-type': text(member.name),
      ':content-type': text(payloads.contentType),
    },
    bytesOf(payloads.write(member.shape, { message, Message: message, ...members })),
  );
}

/**
 * Writes an async iterable of events as a binary event stream. `initial` is the first message of an RPC
 * protocol, which carries the members beside the stream. `onError` hears of failures after the first byte.
 */
export async function* writeEventStream(
  union: Shape,
  events: AsyncIterable<unknown>,
  payloads: EventPayloads,
  initial: { readonly shape: Shape; readonly value: unknown } | undefined,
  onError: (error: unknown) => void,
): AsyncGenerator<Uint8Array> {
  const frame = await loadEventFramer();
  if (initial)
    yield frame(
      {
        ':message-type': text('event'),
        ':event-type': text('initial-response'),
        ':content-type': text(payloads.contentType),
      },
      bytesOf(payloads.write(initial.shape, initial.value)),
    );
  try {
    for await (const event of events) yield frameEvent(union, event, payloads, frame);
  } catch (error) {
    if (!(error instanceof ServiceError)) onError(error);
    yield frameFailure(union, error, payloads, frame);
  }
}
