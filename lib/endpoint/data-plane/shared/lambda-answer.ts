import { isCarried, type Answer } from './answer.ts';

/**
 * From what a function returned to HTTP, by payload format 2.0: a result without `statusCode` is the body itself.
 * `defaultType` is the content type of an answer that names none. Undefined for what is no answer.
 */
export function toAnswerV2(payload: Uint8Array, defaultType: string): Answer | undefined {
  const value = parse(payload);
  if (value === undefined) return undefined;
  const json = { 'content-type': 'application/json' };
  if (typeof value === 'string') return { status: 200, headers: json, cookies: [], body: value };
  if (!isObject(value) || !('statusCode' in value))
    return { status: 200, headers: json, cookies: [], body: JSON.stringify(value) };
  const head = readHeadV2(value, defaultType);
  return head && { ...head, body: bodyOf(value['body'], value['isBase64Encoded'] === true) };
}

/** Status, headers and cookies of a response or of a stream's prelude; undefined when HTTP cannot carry them. */
export function readHeadV2(value: unknown, defaultType: string): Omit<Answer, 'body'> | undefined {
  if (!isObject(value)) return undefined;
  const status = statusOf(value['statusCode'] ?? 200);
  const given = value['headers'] ?? {};
  const cookies = value['cookies'] ?? [];
  if (status === undefined || !isObject(given) || !Array.isArray(cookies)) return undefined;
  const headers: Record<string, string> = { 'content-type': defaultType };
  try {
    for (const [name, member] of Object.entries(given)) {
      if (member !== null && isCarried(name, String(member))) headers[name.toLowerCase()] = String(member);
    }
    for (const cookie of cookies) isCarried('set-cookie', String(cookie));
  } catch {
    return undefined;
  }
  return { status, headers, cookies: cookies.map(String) };
}

const membersV1 = new Set([
  'statusCode',
  'headers',
  'multiValueHeaders',
  'body',
  'isBase64Encoded',
  'cookies',
]);

/** The same by payload format 1.0, which knows no other members and joins two maps of headers. */
export function toAnswerV1(payload: Uint8Array, defaultType: string): Answer | undefined {
  const value = parse(payload);
  if (!isObject(value) || Object.keys(value).some((name) => !membersV1.has(name))) return undefined;
  const status = statusOf(value['statusCode'] ?? 200);
  const single = value['headers'] ?? {};
  const several = value['multiValueHeaders'] ?? {};
  const body = value['body'] ?? '';
  if (status === undefined || !isObject(single) || !isObject(several) || typeof body !== 'string')
    return undefined;
  const headers = new Map<string, string[]>();
  const add = (name: string, member: unknown): void => {
    if (member === null || !isCarried(name, String(member))) return;
    const key = name.toLowerCase();
    headers.set(key, [...(headers.get(key) ?? []), String(member)]);
  };
  try {
    for (const [name, members] of Object.entries(several)) {
      if (!Array.isArray(members)) return undefined;
      for (const member of members) add(name, member);
    }
    for (const [name, member] of Object.entries(single)) add(name, member);
  } catch {
    return undefined;
  }
  return {
    status,
    headers: { 'content-type': defaultType, ...Object.fromEntries(headers) },
    cookies: [],
    body: bodyOf(body, value['isBase64Encoded'] === true),
  };
}

/** Undefined for what is no JSON, as a custom runtime may answer. */
function parse(payload: Uint8Array): unknown {
  const text = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString();
  try {
    return JSON.parse(text === '' ? 'null' : text) as unknown;
  } catch {
    return undefined;
  }
}

function statusOf(value: unknown): number | undefined {
  const status = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
  return Number.isInteger(status) && status >= 200 && status <= 599 ? status : undefined;
}

function bodyOf(body: unknown, isBase64: boolean): Uint8Array | string {
  if (body === undefined || body === null) return '';
  if (typeof body !== 'string') return JSON.stringify(body);
  return isBase64 ? Buffer.from(body, 'base64') : body;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
