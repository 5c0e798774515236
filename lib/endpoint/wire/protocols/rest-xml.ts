import { loadXmlParser, type Member, type Shape } from '../aws-schema.ts';
import { errorFacts } from '../error-facts.ts';
import { EVENT_STREAM_CONTENT_TYPE, writeEventStream, type EventPayloads } from '../event-stream.ts';
import { readRestInput, writeRestOutput, type RestCodec } from '../rest.ts';
import { serializationError } from '../serialization-error.ts';
import { escapeXml, readXml, readXmlMembers, writeXmlMembers, xmlElement } from '../xml.ts';
import { eventsOf, type Protocol } from './protocol.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The content of the root element, whatever its name: clients do not agree on that. */
async function parseRoot(bytes: Uint8Array): Promise<unknown> {
  if (bytes.byteLength === 0) return '';
  const parse = await loadXmlParser();
  try {
    const document = parse(utf8.decode(bytes));
    return Object.values(document as object)[0] as unknown;
  } catch {
    throw serializationError('The request body is not well-formed XML.');
  }
}

function rootName(shape: Shape, traits: Readonly<Record<string, unknown>>): string {
  return typeof traits.xmlName === 'string' ? traits.xmlName : shape.name;
}

/** Their root holds the text of their one member, which no trait of the schema says. */
const UNWRAPPED = new Set(['GetBucketLocation']);

function createCodec(namespace: string | undefined, isUnwrapped = false): RestCodec {
  const xmlns = namespace === undefined ? '' : ` xmlns="${escapeXml(namespace)}"`;
  return {
    contentType: 'application/xml',
    readBody: async (shape, bytes) => readXmlMembers(shape, await parseRoot(bytes), []),
    readPayload: async (member, bytes) => readXml(member, await parseRoot(bytes), [member.name]),
    writeBody(shape, value, includes) {
      const { attributes, content } = writeXmlMembers(shape, value, includes);
      const inside = isUnwrapped ? content.replace(/<[^>]*>/g, '') : content;
      return DECLARATION + xmlElement(rootName(shape, shape.traits), inside, xmlns + attributes);
    },
    writePayload(member: Member, value) {
      const { attributes, content } = writeXmlMembers(member.shape, value);
      return DECLARATION + xmlElement(rootName(member.shape, member.traits), content, xmlns + attributes);
    },
  };
}

const EVENT_PAYLOADS: EventPayloads = {
  contentType: 'text/xml',
  write: (shape, value) => xmlElement(shape.name, writeXmlMembers(shape, value ?? {}).content),
};

const plainCodec = createCodec(undefined);

/** S3: HTTP bindings with XML bodies and a bare `<Error>`. */
export const restXml: Protocol = {
  readInput: (operation, request) => readRestInput(operation, request, plainCodec),

  writeOutput(service, operation, output, context) {
    const { eventStream } = operation;
    const { entry } = service;
    const fields = eventStream ? { ...(output as object), [eventStream.name]: undefined } : output;
    const codec = createCodec(entry.xmlNamespace, UNWRAPPED.has(operation.name));
    const answer = writeRestOutput(operation.output, fields, codec, entry.blobContentType);
    const isPart = answer.headers['content-range'] !== undefined;
    const status = answer.status ?? (isPart ? 206 : (operation.http?.status ?? 200));
    if (!eventStream) return { status, headers: answer.headers, body: answer.body };
    return {
      status,
      headers: { 'content-type': EVENT_STREAM_CONTENT_TYPE, ...answer.headers },
      body: writeEventStream(
        eventStream.shape,
        eventsOf(operation, output),
        EVENT_PAYLOADS,
        undefined,
        context.onStreamError,
      ),
    };
  },

  writeError(error, { model, requestId, method }) {
    const facts = errorFacts(error, model);
    // A HEAD answer has no body, so its status has to say everything.
    if (method === 'HEAD') return { status: facts.status, headers: { ...error.headers }, body: undefined };
    const isOther = (name: string) => name.toLowerCase() !== 'message';
    const modelled =
      facts.shape && writeXmlMembers(facts.shape, facts.members, ({ name }) => isOther(name)).content;
    // S3 names a missing bucket, key or upload, which no model has.
    const others = Object.entries(facts.members)
      .filter(([name, value]) => isOther(name) && typeof value === 'string' && !facts.shape?.member(name))
      .map(([name, value]) => xmlElement(name, escapeXml(String(value))));
    const members = (modelled ?? '') + others.join('');
    const body =
      DECLARATION +
      xmlElement(
        'Error',
        xmlElement('Code', escapeXml(facts.name)) +
          xmlElement('Message', escapeXml(error.message)) +
          members +
          xmlElement('RequestId', requestId),
      );
    return { status: facts.status, headers: { ...error.headers, 'content-type': 'application/xml' }, body };
  },
};
