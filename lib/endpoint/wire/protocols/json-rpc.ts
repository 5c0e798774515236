import { errorFacts } from '../error-facts.ts';
import { EVENT_STREAM_CONTENT_TYPE, writeEventStream, type EventPayloads } from '../event-stream.ts';
import { readJson, writeJson } from '../json.ts';
import { bytesOf, eventsOf, type Protocol } from './protocol.ts';

/** awsJson 1.0 and 1.1: the target header names the operation, the body is its whole input. */
export function createJsonRpc(version: '1.0' | '1.1'): Protocol {
  const contentType = `application/x-amz-json-${version}`;
  const payloads: EventPayloads = { contentType, write: (shape, value) => writeJson(shape, value, true) };
  return {
    readInput: (operation, request) => readJson(operation.input, bytesOf(request), true),

    writeOutput(service, operation, output, context) {
      const { eventStream } = operation;
      if (!eventStream) {
        const body = operation.output.kind === 'unit' ? '' : writeJson(operation.output, output, true);
        return { status: 200, headers: { 'content-type': contentType }, body };
      }
      const events = eventsOf(operation, output);
      const initial = {
        shape: operation.output,
        value: { ...(output as object), [eventStream.name]: undefined },
      };
      return {
        status: 200,
        headers: { 'content-type': EVENT_STREAM_CONTENT_TYPE },
        body: writeEventStream(eventStream.shape, events, payloads, initial, context.onStreamError),
      };
    },

    writeError(error, { entry, model }) {
      const facts = errorFacts(error, model);
      const type = version === '1.0' && facts.shape ? `${facts.shape.namespace}#${facts.name}` : facts.name;
      const members = facts.shape
        ? (JSON.parse(writeJson(facts.shape, facts.members, true)) as object)
        : facts.members;
      // The model of some exceptions has no message, and clients look for one all the same. One that AWS leaves empty
      // is not there at all.
      const text = error.message !== '' && { message: error.message };
      const body = JSON.stringify({ __type: type, ...text, ...members });
      const headers: Record<string, string> = { 'content-type': contentType };
      if (entry?.isQueryCompatible)
        headers['x-amzn-query-error'] = `${facts.queryCode};${facts.isSenderFault ? 'Sender' : 'Receiver'}`;
      // In version 1.1 the model's statuses do not count: KMS's 404 and 409 come as 400.
      return { status: version === '1.1' ? error.status : facts.status, headers, body };
    },
  };
}
