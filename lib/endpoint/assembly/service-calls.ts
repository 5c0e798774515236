import { randomUUID } from 'node:crypto';
import type { IntegrationResult } from '../data-plane/integrations/integration.ts';
import type { ServiceCall, ServiceDoor } from '../data-plane/integrations/aws-service.ts';
import type { RequestContext } from '../services/service.ts';
import { loadXmlParser } from '../wire/aws-schema.ts';
import { entryBySigningName, type CatalogueEntry } from '../wire/catalogue.ts';
import type { CredentialScope } from '../wire/credential-scope.ts';
import type { WireReply, WireRequest } from '../wire/message.ts';
import type { Wire } from '../wire/wire.ts';

const answerBytesMax = 10 * 1_048_576;
const formType = 'application/x-www-form-urlencoded';

/**
 * Other services as `AWS` integrations of APIs call them: by the bytes that API Gateway would send, on the services of
 * this process. `wire` is one that verifies no signatures, since there is none on the way.
 */
export function createServiceDoor(wire: Wire, baseUrl: string): ServiceDoor {
  return async (call) => {
    const stop = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<IntegrationResult>((resolve) => {
      timer = setTimeout(() => {
        stop.abort();
        const reason = `${call.service} did not answer in ${call.timeoutMs} ms`;
        resolve({ kind: 'unavailable', isLate: true, reason });
      }, call.timeoutMs);
    });
    try {
      return await Promise.race([ask(wire, baseUrl, call, stop.signal), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}

async function ask(
  wire: Wire,
  baseUrl: string,
  call: ServiceCall,
  signal: AbortSignal,
): Promise<IntegrationResult> {
  const requestId = randomUUID();
  const entry = entryBySigningName(call.service, call.path);
  const request = requestOf(call, entry, baseUrl);
  const context: RequestContext = {
    accountId: call.accountId,
    region: call.region,
    requestId,
    headers: request.headers,
    baseUrl,
    signal,
  };
  const reply = await wire.handle(request, context, scopeOf(call));
  const body = await wholeBody(reply);
  if (!body) return { kind: 'failed', reason: `the answer is larger than ${answerBytesMax} bytes` };
  const isXml = entry?.query === 'awsQuery' && reply.headers['content-type'] === 'text/xml';
  return {
    kind: 'answered',
    answer: {
      status: reply.status,
      headers: { ...reply.headers, ...(isXml && { 'content-type': 'application/json' }) },
      cookies: [],
      // API Gateway asks for JSON, which services of the query protocol then answer with.
      body: isXml ? await jsonOf(body) : body,
    },
  };
}

function requestOf(call: ServiceCall, entry: CatalogueEntry | undefined, baseUrl: string): WireRequest {
  const headers: Record<string, string> = { ...call.headers };
  let body = Buffer.from(call.body);
  let { query } = call;
  const { 'content-type': type, 'x-amz-target': target } = headers;
  const isForm = entry?.query !== undefined && type?.includes('amz-json') !== true && target === undefined;
  if (isForm) {
    // Parameters may all be in the query; a body of another type is then one that was passed through.
    const inBody = type === undefined || type.startsWith(formType) ? body.toString() : '';
    const form = new URLSearchParams(`${query}&${inBody}`);
    if (call.action !== undefined) form.set('Action', form.get('Action') ?? call.action);
    if (!form.has('Version')) form.set('Version', entry.version);
    // Of a queue the path tells which, as in its URL.
    if (call.service === 'sqs' && call.path !== '/' && !form.has('QueueUrl'))
      form.set('QueueUrl', baseUrl + call.path);
    headers['content-type'] = formType;
    body = Buffer.from(form.toString());
    query = '';
  } else if (!entry?.rest) {
    if (call.action !== undefined && entry) headers['x-amz-target'] ??= `${entry.target}.${call.action}`;
    headers['content-type'] ??= 'application/x-amz-json-1.1';
  }
  headers['content-length'] = String(body.length);
  return {
    method: isForm ? 'POST' : call.method,
    path: isForm ? '/' : call.path,
    query,
    headers,
    body: {
      declaredBytes: body.length,
      read: (limitBytes) => Promise.resolve(body.length > limitBytes ? undefined : body),
      async *stream() {
        yield await Promise.resolve(body);
      },
    },
  };
}

function scopeOf({ accountId, region, service }: ServiceCall): CredentialScope {
  return {
    placement: 'header',
    algorithm: 'AWS4-HMAC-SHA256',
    accessKeyId: accountId,
    date: '20000101',
    region,
    service,
    signedHeaders: [],
    signature: '',
    timestamp: undefined,
    expiresSeconds: undefined,
  };
}

async function wholeBody({ body }: WireReply): Promise<Buffer | undefined> {
  if (body === undefined) return Buffer.alloc(0);
  if (typeof body === 'string' || body instanceof Uint8Array) return Buffer.from(body);
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > answerBytesMax) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** `{"SendMessageResponse": {"SendMessageResult": …, "ResponseMetadata": …}}`; of an error, what is inside. */
async function jsonOf(xml: Buffer): Promise<string> {
  const parse = await loadXmlParser();
  const parsed = parse(xml.toString()) as Record<string, unknown>;
  return JSON.stringify(withoutAttributes(parsed['ErrorResponse'] ?? parsed));
}

function withoutAttributes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAttributes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'xmlns')
      .map(([name, member]) => [name, withoutAttributes(member)]),
  );
}
