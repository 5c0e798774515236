import type { Member, Shape } from '../aws-schema.ts';
import { errorFacts } from '../error-facts.ts';
import { EVENT_STREAM_CONTENT_TYPE, writeEventStream, type EventPayloads } from '../event-stream.ts';
import { parseJson, readJson, writeJson } from '../json.ts';
import { readRestInput, writeRestOutput, type RestCodec } from '../rest.ts';
import { serializationError } from '../serialization-error.ts';
import { eventsOf, type Protocol } from './protocol.ts';

const CODEC: RestCodec = {
  contentType: 'application/json',
  readBody: (shape, bytes) => readJson(shape, bytes, false),
  readPayload(member, bytes) {
    if (member.shape.kind === 'document') return parseJson(bytes);
    return readJson(member.shape, bytes, false);
  },
  writeBody: (shape, value, includes) => writeJson(shape, pick(shape, value, includes), false),
  writePayload: (member, value) => writeJson(member.shape, value, false),
};

function pick(shape: Shape, value: unknown, includes: (member: Member) => boolean): unknown {
  if (typeof value !== 'object' || value === null) throw serializationError('An answer is no object.');
  const source = value as Readonly<Record<string, unknown>>;
  const picked: Record<string, unknown> = {};
  for (const member of shape.members) if (includes(member)) picked[member.name] = source[member.name];
  return picked;
}

const EVENT_PAYLOADS: EventPayloads = {
  contentType: 'application/json',
  write: (shape, value) => writeJson(shape, value, false),
};

export const restJson: Protocol = {
  readInput: (operation, request) => readRestInput(operation, request, CODEC),

  writeOutput(service, operation, output, context) {
    const { eventStream } = operation;
    const fields = eventStream ? { ...(output as object), [eventStream.name]: undefined } : output;
    const answer = writeRestOutput(operation.output, fields, CODEC, service.entry.blobContentType);
    const status = answer.status ?? operation.http?.status ?? 200;
    if (!eventStream) return { status, headers: answer.headers, body: answer.body };
    const events = eventsOf(operation, output);
    answer.headers['content-type'] ??= EVENT_STREAM_CONTENT_TYPE;
    return {
      status,
      headers: answer.headers,
      body: writeEventStream(eventStream.shape, events, EVENT_PAYLOADS, undefined, context.onStreamError),
    };
  },

  writeError(error, { model }) {
    const facts = errorFacts(error, model);
    const answer = facts.shape
      ? writeRestOutput(facts.shape, facts.members, CODEC, CODEC.contentType)
      : { headers: { 'content-type': CODEC.contentType }, body: JSON.stringify(facts.members) };
    return {
      status: facts.status,
      headers: { ...answer.headers, 'x-amzn-errortype': facts.name },
      body: answer.body ?? '{}',
    };
  },
};
