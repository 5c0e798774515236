import { validateHeaderName, validateHeaderValue } from 'node:http';

/** What goes back over HTTP. */
export interface UrlResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Uint8Array | string;
}

/** The connection is ours, and so is the length. */
const notFromTheFunction = new Set([
  'connection',
  'content-length',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const json = { 'content-type': 'application/json' };

/** AWS's answer to a function that failed or gave something that is no response [rec]. */
export const functionFailed: UrlResponse = {
  status: 502,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  cookies: [],
  body: 'Internal Server Error',
};

/** From what a function returned to HTTP, by the table of section 9. */
export function toResponse(payload: Uint8Array): UrlResponse {
  const text = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString();
  let value: unknown;
  try {
    value = JSON.parse(text === '' ? 'null' : text);
  } catch {
    // A custom runtime may answer with what is no JSON.
    return functionFailed;
  }
  if (typeof value === 'string') return { status: 200, headers: json, cookies: [], body: value };
  if (!isObject(value) || !('statusCode' in value)) {
    return { status: 200, headers: json, cookies: [], body: JSON.stringify(value) };
  }
  const head = readHead(value);
  return head
    ? { ...head, body: readBody(value['body'], value['isBase64Encoded'] === true) }
    : functionFailed;
}

/** Status, headers and cookies of a response or of a stream's prelude; undefined when HTTP cannot carry them. */
export function readHead(value: unknown): Omit<UrlResponse, 'body'> | undefined {
  if (!isObject(value)) return undefined;
  const status = Number(value['statusCode'] ?? 200);
  if (!Number.isInteger(status) || status < 200 || status > 599) return undefined;
  const given = value['headers'] ?? {};
  const cookies = value['cookies'] ?? [];
  if (!isObject(given) || !Array.isArray(cookies)) return undefined;
  const headers: Record<string, string> = { ...json };
  try {
    for (const [name, member] of Object.entries(given)) {
      if (member === null || notFromTheFunction.has(name.toLowerCase())) continue;
      validateHeaderName(name);
      validateHeaderValue(name, String(member));
      headers[name.toLowerCase()] = String(member);
    }
    for (const cookie of cookies) validateHeaderValue('set-cookie', String(cookie));
  } catch {
    return undefined;
  }
  return { status, headers, cookies: cookies.map(String) };
}

function readBody(body: unknown, isBase64: boolean): Uint8Array | string {
  if (body === undefined || body === null) return '';
  if (typeof body !== 'string') return JSON.stringify(body);
  return isBase64 ? Buffer.from(body, 'base64') : body;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
