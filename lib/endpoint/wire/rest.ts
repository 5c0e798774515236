import type { Member, OperationModel, Shape } from './aws-schema.ts';
import { parseParameters, type Parameters } from './form.ts';
import { decodeBase64, encodeBase64, parseScalar, printScalar } from './scalars.ts';
import { typeMismatch } from './serialization-error.ts';

/** Reads or writes a body whose members are not bound to the HTTP message; JSON and XML differ only here. */
export interface RestCodec {
  readonly contentType: string;
  /** `members` is the input without its bound members; empty bytes give an empty object. */
  readBody(shape: Shape, bytes: Uint8Array): Promise<unknown> | unknown;
  readPayload(member: Member, bytes: Uint8Array): Promise<unknown> | unknown;
  writeBody(shape: Shape, value: unknown, includes: (member: Member) => boolean): string;
  writePayload(member: Member, value: unknown): string;
}

export interface RestMessage {
  readonly labels: ReadonlyMap<string, string>;
  readonly query: Parameters;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
}

type Location = 'label' | 'query' | 'queryMap' | 'header' | 'headerMap' | 'payload' | 'status' | 'body';
type Direction = 'request' | 'response';

/** A trait counts only where it can: the label of a shape that is also an answer is an ordinary member there. */
function locationOf({ traits }: Member, direction: Direction): Location {
  if (traits.httpHeader !== undefined) return 'header';
  if (traits.httpPrefixHeaders !== undefined) return 'headerMap';
  if (traits.httpPayload) return 'payload';
  if (direction === 'response') return traits.httpResponseCode ? 'status' : 'body';
  if (traits.httpLabel) return 'label';
  if (traits.httpQuery !== undefined) return 'query';
  return traits.httpQueryParams ? 'queryMap' : 'body';
}

interface Bindings {
  readonly bound: readonly (readonly [member: Member, location: Location, wireName: string])[];
  readonly payload: Member | undefined;
  readonly hasBody: boolean;
}

const bindingsByShape = {
  request: new WeakMap<Shape, Bindings>(),
  response: new WeakMap<Shape, Bindings>(),
} as const;

/** Only members at the top are bound; deeper ones keep their traits for whoever uses the shape as an input. */
function bindingsOf(shape: Shape, direction: Direction): Bindings {
  const known = bindingsByShape[direction].get(shape);
  if (known) return known;
  const located = shape.members.map((member) => [member, locationOf(member, direction)] as const);
  const bindings: Bindings = {
    bound: located
      .filter(([, location]) => location !== 'body' && location !== 'payload')
      .map(([member, location]) => [member, location, wireNameOf(member)] as const),
    payload: located.find(([, location]) => location === 'payload')?.[0],
    hasBody: located.some(([, location]) => location === 'body'),
  };
  bindingsByShape[direction].set(shape, bindings);
  return bindings;
}

function wireNameOf(member: Member): string {
  const { httpQuery, httpHeader, httpPrefixHeaders } = member.traits;
  if (typeof httpQuery === 'string') return httpQuery;
  if (typeof httpHeader === 'string') return httpHeader.toLowerCase();
  if (typeof httpPrefixHeaders === 'string') return httpPrefixHeaders.toLowerCase();
  return member.name;
}

export function isStreamingPayload(operation: OperationModel): boolean {
  const payload = bindingsOf(operation.input, 'request').payload;
  return payload?.shape.kind === 'blob' && payload.shape.isStreaming;
}

/** Reads an operation's input from path, query, headers and body. */
export async function readRestInput(
  operation: OperationModel,
  message: RestMessage,
  codec: RestCodec,
): Promise<unknown> {
  const shape = operation.input;
  const { bound, payload, hasBody } = bindingsOf(shape, 'request');
  let input: Record<string, unknown> = {};
  if (hasBody && message.body instanceof Uint8Array)
    input = (await codec.readBody(shape, message.body)) as Record<string, unknown>;
  for (const [member, location, wireName] of bound) {
    // A bound member that also came in the body does not count: its place is where the model says.
    if (hasBody) delete input[member.name];
    const value = readBound(operation, member, location, wireName, message);
    if (value !== undefined) input[member.name] = value;
  }
  if (payload) {
    const value = await readPayload(payload, message.body, codec);
    if (value !== undefined) input[payload.name] = value;
  }
  return input;
}

async function readPayload(
  payload: Member,
  body: Uint8Array | AsyncIterable<Uint8Array>,
  codec: RestCodec,
): Promise<unknown> {
  if (!(body instanceof Uint8Array)) return body;
  if (payload.shape.kind === 'blob') return body.byteLength > 0 ? body : undefined;
  if (body.byteLength === 0) return undefined;
  if (payload.shape.kind === 'string') return Buffer.from(body).toString('utf8');
  return codec.readPayload(payload, body);
}

function readBound(
  operation: OperationModel,
  member: Member,
  location: Location,
  wireName: string,
  message: RestMessage,
): unknown {
  switch (location) {
    case 'label': {
      const text = message.labels.get(member.name);
      return text === undefined ? undefined : parseScalar(member.shape, text, [member.name]);
    }
    case 'query':
      return readQuery(member, wireName, message.query);
    case 'queryMap':
      return readQueryMap(member, message.query, namedQuery(operation));
    case 'header': {
      const text = message.headers[wireName];
      return text === undefined ? undefined : readHeader(member, text);
    }
    case 'headerMap':
      return readHeaderMap(wireName, message.headers);
    default:
      return undefined;
  }
}

function readQuery(member: Member, name: string, query: Parameters): unknown {
  const values = query.filter(([sent]) => sent === name).map(([, value]) => value);
  if (values.length === 0) return undefined;
  const { shape } = member;
  if (shape.kind === 'list')
    return values.map((value) => parseScalar(shape.element.shape, value, [member.name]));
  return parseScalar(shape, values[0] ?? '', [member.name]);
}

const namedQueries = new WeakMap<OperationModel, ReadonlySet<string>>();

/** Query keys that the template or a member of its own names. */
function namedQuery(operation: OperationModel): ReadonlySet<string> {
  const known = namedQueries.get(operation);
  if (known) return known;
  const literal = parseParameters(operation.http?.template.split('?')[1] ?? '').map(([name]) => name);
  const bound = operation.input.members
    .map(({ traits }) => traits.httpQuery)
    .filter((name) => typeof name === 'string');
  const names = new Set([...literal, ...bound]);
  namedQueries.set(operation, names);
  return names;
}

/** All the rest of the query. */
function readQueryMap(member: Member, query: Parameters, named: ReadonlySet<string>): unknown {
  const isList = member.shape.element.shape.kind === 'list';
  const result = Object.create(null) as Record<string, string | string[]>;
  for (const [name, value] of query) {
    if (named.has(name)) continue;
    if (!isList) result[name] ??= value;
    else result[name] = [...(result[name] ?? []), value];
  }
  return result;
}

function readHeader(member: Member, text: string): unknown {
  const { shape } = member;
  if (shape.kind === 'list')
    return splitHeader(text).map((item) => parseScalar(shape.element.shape, item, [member.name]));
  if (shape.kind === 'string' && member.traits.mediaType !== undefined) {
    const bytes = decodeBase64(text);
    if (bytes === undefined)
      throw typeMismatch('STRING_VALUE', 'a String: it is not valid base64', [member.name]);
    return Buffer.from(bytes).toString('utf8');
  }
  return parseScalar(shape, text, [member.name]);
}

/** Splits at commas outside of double quotes. */
function splitHeader(text: string): string[] {
  return (text.match(/"(?:[^"\\]|\\.)*"|[^,"\s][^,]*/g) ?? []).map((item) => {
    const trimmed = item.trim();
    return trimmed.startsWith('"') ? trimmed.slice(1, -1).replace(/\\(.)/g, '$1') : trimmed;
  });
}

function readHeaderMap(prefix: string, headers: Readonly<Record<string, string>>): unknown {
  const result = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(headers))
    if (name.startsWith(prefix)) result[name.slice(prefix.length)] = value;
  return result;
}

export interface RestAnswer {
  readonly status: number | undefined;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array | string | AsyncIterable<Uint8Array> | undefined;
}

/** Writes an answer, or a modelled error, to status, headers and body. An event stream is the caller's to frame. */
export function writeRestOutput(
  shape: Shape,
  output: unknown,
  codec: RestCodec,
  blobContentType: string,
): RestAnswer {
  const { bound, payload, hasBody } = bindingsOf(shape, 'response');
  const value = (output ?? {}) as Readonly<Record<string, unknown>>;
  const headers: Record<string, string> = {};
  let status: number | undefined;
  for (const [member, location, wireName] of bound) {
    const found = value[member.name];
    if (found === undefined || found === null) continue;
    if (location === 'status') status = Number(found);
    else if (location === 'header') headers[wireName] = printHeader(member, found);
    else if (location === 'headerMap')
      for (const [key, item] of Object.entries(found as object))
        headers[wireName + key.toLowerCase()] = String(item);
  }
  if (payload) {
    const found = value[payload.name];
    const body = found === undefined || found === null ? undefined : writePayload(payload, found, codec);
    if (body !== undefined)
      headers['content-type'] ??=
        payload.shape.kind === 'blob'
          ? blobContentType
          : payload.shape.kind === 'string'
            ? 'text/plain'
            : codec.contentType;
    return { status, headers, body };
  }
  if (!hasBody) return { status, headers, body: undefined };
  headers['content-type'] ??= codec.contentType;
  const unbound = new Set(bound.map(([member]) => member));
  return { status, headers, body: codec.writeBody(shape, value, (member) => !unbound.has(member)) };
}

function printHeader(member: Member, value: unknown): string {
  if (Array.isArray(value))
    return value
      .map((item: unknown) => {
        const text = printScalar(member.shape.element.shape, item, 'http-date');
        return /[",]/.test(text) && !(item instanceof Date) ? `"${text.replace(/["\\]/g, '\\$&')}"` : text;
      })
      .join(', ');
  if (member.shape.kind === 'string' && member.traits.mediaType !== undefined)
    return encodeBase64(Buffer.from(String(value)));
  return printScalar(member.shape, value, 'http-date');
}

function writePayload(
  payload: Member,
  value: unknown,
  codec: RestCodec,
): Uint8Array | string | AsyncIterable<Uint8Array> | undefined {
  if (payload.shape.kind === 'blob' || payload.shape.kind === 'string') {
    if (value instanceof Uint8Array || typeof value === 'string') return value;
    if (typeof value === 'object' && value !== null && Symbol.asyncIterator in value)
      return value as AsyncIterable<Uint8Array>;
    throw new TypeError(`An answer's payload ${payload.name} is neither bytes, text nor a stream.`);
  }
  return codec.writePayload(payload, value);
}
