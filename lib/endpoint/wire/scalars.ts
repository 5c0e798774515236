import type { Shape, TimestampFormat } from './aws-schema.ts';
import { typeMismatch } from './serialization-error.ts';

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
const INTEGER = /^[+-]?\d+$/;

/** Decodes base64; undefined when the text is none, which `Buffer.from` would not tell. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64');
  let length = text.length;
  if (length > 0 && text[length - 1] === '=') length -= text[length - 2] === '=' ? 2 : 1;
  return length % 4 !== 1 && bytes.length === Math.floor((length * 3) / 4) ? bytes : undefined;
}

export function encodeBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/** Seconds since the epoch, ISO 8601 or an HTTP date: clients of every age send all three. */
export function parseTimestamp(value: unknown, path: readonly string[]): Date {
  let milliseconds = Number.NaN;
  if (typeof value === 'number') milliseconds = Math.round(value * 1000);
  else if (typeof value === 'string')
    milliseconds = NUMBER.test(value) ? Math.round(Number(value) * 1000) : Date.parse(value);
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) throw typeMismatch(describe(value), 'a Timestamp', path);
  return date;
}

export function printTimestamp(date: Date, format: TimestampFormat): string {
  switch (format) {
    case 'date-time':
      return date.toISOString().replace('.000Z', 'Z');
    case 'http-date':
      return date.toUTCString();
    case 'epoch-seconds':
      return String(date.getTime() / 1000);
  }
}

/** Coral's names for what it found in a body. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return 'NULL_VALUE';
  if (Array.isArray(value)) return 'START_ARRAY';
  if (typeof value === 'boolean') return value ? 'TRUE_VALUE' : 'FALSE_VALUE';
  if (typeof value === 'object') return 'START_OBJECT';
  return `${typeof value}_value`.toUpperCase();
}

/** A scalar from text: a path label, header, query parameter, form value or XML element. */
export function parseScalar(shape: Shape, text: string, path: readonly string[]): unknown {
  switch (shape.kind) {
    case 'string':
      return text;
    case 'boolean':
      if (text === 'true') return true;
      if (text === 'false') return false;
      throw typeMismatch('STRING_VALUE', 'a Boolean', path);
    case 'number':
      if (NUMBER.test(text)) return Number(text);
      throw typeMismatch('STRING_VALUE', 'a Number', path);
    case 'bigInteger':
      if (INTEGER.test(text)) return BigInt(text);
      throw typeMismatch('STRING_VALUE', 'an Integer', path);
    case 'bigDecimal':
      if (NUMBER.test(text)) return text;
      throw typeMismatch('STRING_VALUE', 'a Number', path);
    case 'blob': {
      const bytes = decodeBase64(text);
      if (bytes === undefined) throw typeMismatch('STRING_VALUE', 'a Blob: it is not valid base64', path);
      return bytes;
    }
    case 'timestamp':
      return parseTimestamp(text, path);
    default:
      throw typeMismatch('STRING_VALUE', `a ${shape.kind}`, path);
  }
}

/** A scalar as text; `format` is the place's own timestamp format, which the schema may override. */
export function printScalar(shape: Shape, value: unknown, format: TimestampFormat): string {
  if (value instanceof Date) return printTimestamp(value, shape.format ?? format);
  if (value instanceof Uint8Array) return encodeBase64(value);
  if (typeof value === 'object' && value !== null && shape.kind !== 'string')
    throw new TypeError(`An answer holds an object where the schema has a ${shape.kind} (${shape.name}).`);
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return String(value);
}
