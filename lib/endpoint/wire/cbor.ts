import type { CborBytes, Shape } from './aws-schema.ts';
import { describe, parseTimestamp } from './scalars.ts';
import { serializationError, typeMismatch } from './serialization-error.ts';
import { readTree, writeTree, type TreeFormat } from './tree.ts';

const EPOCH_TAG = 1;

function taggedTime(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { tag, value: seconds } = value as { readonly tag?: unknown; readonly value?: unknown };
  return Number(tag) === EPOCH_TAG ? seconds : undefined;
}

function formatFor(bytes: CborBytes): TreeFormat {
  return {
    nameOf: (member) => member.name,
    readBlob(value, path) {
      if (value instanceof Uint8Array) return value;
      throw typeMismatch(describe(value), 'a Blob', path);
    },
    readTimestamp: (value, path) => parseTimestamp(taggedTime(value), path),
    writeBlob: (blob) => blob,
    writeTimestamp: (date) => bytes.time(date),
    writeNumber: (value) => value,
    writeBigInteger: (value) => value,
  };
}

export function readCbor(shape: Shape, body: Uint8Array, bytes: CborBytes): unknown {
  let tree: unknown = {};
  if (body.byteLength > 0) {
    try {
      tree = bytes.decode(body);
    } catch {
      throw serializationError('The request body is not valid CBOR.');
    }
  }
  return readTree(shape, tree, formatFor(bytes), []);
}

export function writeCbor(shape: Shape, value: unknown, bytes: CborBytes): Uint8Array {
  return bytes.encode(writeTree(shape, value ?? {}, formatFor(bytes)));
}
