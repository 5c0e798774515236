import type { Shape } from './aws-schema.ts';
import { decodeBase64, describe, encodeBase64, parseTimestamp, printTimestamp } from './scalars.ts';
import { serializationError, typeMismatch } from './serialization-error.ts';
import { readTree, writeTree, type TreeFormat } from './tree.ts';

const JSON_FORMAT: TreeFormat = {
  nameOf: (member) => member.jsonName,
  readBlob(value, path) {
    const bytes = typeof value === 'string' ? decodeBase64(value) : undefined;
    if (bytes === undefined) throw typeMismatch(describe(value), 'a Blob: it must be base64', path);
    return bytes;
  },
  readTimestamp: parseTimestamp,
  writeBlob: encodeBase64,
  writeTimestamp(date, shape) {
    const format = shape.format ?? 'epoch-seconds';
    return format === 'epoch-seconds' ? date.getTime() / 1000 : printTimestamp(date, format);
  },
  writeNumber: (value) => (Number.isFinite(value) ? value : String(value)),
  writeBigInteger: Number,
};

/** awsJson has no `jsonName`: members go by their model names. */
const RPC_JSON_FORMAT: TreeFormat = { ...JSON_FORMAT, nameOf: (member) => member.name };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Parses a JSON body; empty bytes are an empty object. Throws a SerializationException. */
export function parseJson(bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0) return {};
  try {
    return JSON.parse(utf8.decode(bytes)) as unknown;
  } catch {
    throw serializationError('The request body is not valid JSON.');
  }
}

export function readJson(shape: Shape, bytes: Uint8Array, isRpc: boolean): unknown {
  return readTree(shape, parseJson(bytes), isRpc ? RPC_JSON_FORMAT : JSON_FORMAT, []);
}

export function writeJson(shape: Shape, value: unknown, isRpc: boolean): string {
  return JSON.stringify(writeTree(shape, value ?? {}, isRpc ? RPC_JSON_FORMAT : JSON_FORMAT));
}
