import type { Value } from './values.ts';

/** Fields that are read out of one event's JSON; CloudWatch Logs finds 200. */
const jsonFieldsMax = 200;
const depthMax = 20;

/**
 * The first JSON object embedded in a message. CloudWatch Logs finds it in Lambda's logs; other logs must be JSON as a
 * whole there, and need not here.
 */
export function embeddedJson(message: string): Record<string, unknown> | undefined {
  const start = message.indexOf('{');
  if (start === -1) return undefined;
  // Most braces in text are not JSON: told by the next character, far cheaper than by a parser that throws.
  let next = start + 1;
  while (message.charCodeAt(next) <= 0x20) next += 1;
  if (message.charAt(next) !== '"') return undefined;
  const end = objectEnd(message, start);
  if (end === undefined) return undefined;
  try {
    return JSON.parse(message.slice(start, end)) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** Where the object that begins at `start` ends, by its braces; undefined when it does not. */
function objectEnd(message: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < message.length; at += 1) {
    const code = message.charCodeAt(at);
    if (code === 0x22) {
      for (at += 1; at < message.length && message.charCodeAt(at) !== 0x22; at += 1) {
        if (message.charCodeAt(at) === 0x5c) at += 1;
      }
    } else if (code === 0x7b) depth += 1;
    else if (code === 0x7d && --depth === 0) return at + 1;
  }
  return undefined;
}

/** A field by its name with dots: `user.name`, `items.0.sku`. A key may have dots itself. */
export function jsonField(document: Readonly<Record<string, unknown>>, name: string): Value {
  if (Object.hasOwn(document, name)) return toValue(document[name]);
  let found: unknown = document;
  for (const step of name.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
    found = (found as Record<string, unknown>)[step];
  }
  return toValue(found);
}

/** Truth is 1 and 0 in discovered fields. */
function toValue(found: unknown): Value {
  if (typeof found === 'string' || typeof found === 'number') return found;
  if (typeof found === 'boolean') return found ? 1 : 0;
  return undefined;
}

/** Every field of a document by its name with dots. */
export function flattenJson(document: Readonly<Record<string, unknown>>): Map<string, Value> {
  const fields = new Map<string, Value>();
  const walk = (value: unknown, name: string, depth: number): void => {
    if (fields.size >= jsonFieldsMax || depth > depthMax) return;
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value))
        walk(inner, name === '' ? key : `${name}.${key}`, depth + 1);
      return;
    }
    const shown = toValue(value);
    if (shown !== undefined) fields.set(name, shown);
  };
  walk(document, '', 0);
  return fields;
}

const reported: Readonly<Record<string, readonly [field: string, factor: number]>> = {
  Duration: ['@duration', 1],
  'Billed Duration': ['@billedDuration', 1],
  // In bytes: the sample queries of CloudWatch Logs divide by 1000 * 1000.
  'Memory Size': ['@memorySize', 1_000_000],
  'Max Memory Used': ['@maxMemoryUsed', 1_000_000],
  'Init Duration': ['@initDuration', 1],
};

export const lambdaFields: ReadonlySet<string> = new Set([
  '@type',
  '@requestId',
  ...Object.values(reported).map(([field]) => field),
  '@xrayTraceId',
  '@xraySegmentId',
]);

/** What Lambda's lines in its text format say: START, END, REPORT, and the request of a function's own line. */
export function lambdaFieldsOf(message: string): Map<string, Value> {
  const fields = new Map<string, Value>();
  const platform = /^(START|END|REPORT) RequestId: ([0-9a-f-]{36})/.exec(message);
  if (!platform) {
    const requestId = ownLine.exec(message)?.[1];
    if (requestId !== undefined) fields.set('@requestId', requestId);
    return fields;
  }
  fields.set('@type', platform[1]);
  fields.set('@requestId', platform[2]);
  if (platform[1] !== 'REPORT') return fields;
  for (const part of message.split(/[\t\n]/)) {
    const [, label = '', text = ''] = /^([A-Za-z ]{1,30}): (\S+)/.exec(part) ?? [];
    const known = Object.hasOwn(reported, label) ? reported[label] : undefined;
    if (known) fields.set(known[0], Number(text) * known[1]);
    else if (label === 'XRAY TraceId') fields.set('@xrayTraceId', text);
    else if (label === 'SegmentId') fields.set('@xraySegmentId', text);
  }
  return fields;
}

/** `<time>\t<request id>\t…` of Node.js, `[LEVEL]\t<time>\t<request id>\t…` of Python. */
const ownLine = /^(?:\[[A-Z]{4,8}\]\t)?\d{4}-[^\t]{10,30}\t([0-9a-f-]{36})\t/;
