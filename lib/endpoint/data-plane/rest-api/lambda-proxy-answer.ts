import { isCarried, type Answer } from '../shared/answer.ts';
import { answeredName } from './changed-headers.ts';

const members = new Set(['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded']);

const streamMembers = new Set(['statusCode', 'headers', 'multiValueHeaders', 'cookies']);

/** What a function answered to `AWS_PROXY`, before its body is decoded; undefined for what is malformed. */
export function readLambdaProxyAnswer(
  payload: Uint8Array,
): { readonly answer: Answer & { readonly body: string }; readonly isBase64: boolean } | undefined {
  const value = parse(payload);
  if (!isObject(value) || Object.keys(value).some((name) => !members.has(name))) return undefined;
  const { body, isBase64Encoded } = value;
  if (body !== undefined && body !== null && typeof body !== 'string') return undefined;
  const head = headOf(value);
  return head && { answer: { ...head, cookies: [], body: body ?? '' }, isBase64: isBase64Encoded === true };
}

/** What comes before the body of a streamed answer; undefined for what is malformed. */
export function readLambdaStreamHead(payload: Uint8Array): Omit<Answer, 'body'> | undefined {
  const value = parse(payload);
  if (!isObject(value) || Object.keys(value).some((name) => !streamMembers.has(name))) return undefined;
  const cookies: unknown = value['cookies'] ?? [];
  if (!Array.isArray(cookies) || !cookies.every((cookie) => typeof cookie === 'string')) return undefined;
  try {
    for (const cookie of cookies) isCarried('set-cookie', cookie);
  } catch {
    return undefined;
  }
  const head = headOf(value);
  return head && { ...head, cookies };
}

function headOf(value: Record<string, unknown>): Pick<Answer, 'status' | 'headers'> | undefined {
  const { statusCode = 200, headers: single, multiValueHeaders: several } = value;
  const status = statusOf(statusCode);
  if (status === undefined || !isObject(single ?? {}) || !isObject(several ?? {})) return undefined;
  const headers = new Map<string, string[]>();
  const add = (name: string, member: unknown): void => {
    const text = member === null ? '' : String(member);
    const key = answeredName(name);
    if (!isCarried(key, text)) return;
    headers.set(key, [...(headers.get(key) ?? []), text]);
  };
  try {
    for (const [name, list] of Object.entries(several ?? {})) {
      if (!Array.isArray(list)) return undefined;
      for (const member of list) add(name, member);
    }
    for (const [name, member] of Object.entries(single ?? {})) {
      if (typeof member === 'object' && member !== null) return undefined;
      add(name, member);
    }
  } catch {
    return undefined;
  }
  return { status, headers: { 'content-type': 'application/json', ...Object.fromEntries(headers) } };
}

function statusOf(value: unknown): number | undefined {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return /^[1-5]\d\d$/.test(text) && Number(text) >= 200 ? Number(text) : undefined;
}

function parse(payload: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(payload).toString()) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
