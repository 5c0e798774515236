import type { Member, Shape } from './aws-schema.ts';
import { describe } from './scalars.ts';
import { serializationError, typeMismatch } from './serialization-error.ts';

/** What JSON and CBOR do differently; everything else about a tree of values is the same. */
export interface TreeFormat {
  nameOf(member: Member): string;
  readBlob(value: unknown, path: readonly string[]): Uint8Array;
  readTimestamp(value: unknown, path: readonly string[]): Date;
  writeBlob(bytes: Uint8Array): unknown;
  writeTimestamp(date: Date, shape: Shape): unknown;
  writeNumber(value: number): unknown;
  writeBigInteger(value: bigint): unknown;
}

const DOCUMENT_DEPTH_MAX = 128;

function isObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
  );
}

/**
 * Checks a decoded body against a schema and gives the SDK's shape of it. Null members are left out; unknown
 * members are ignored, as AWS does. Maps have no prototype. Throws a SerializationException that names the path.
 */
export function readTree(shape: Shape, value: unknown, format: TreeFormat, path: string[]): unknown {
  switch (shape.kind) {
    case 'structure':
    case 'union':
      return readStructure(shape, value, format, path);
    case 'list':
      return readList(shape, value, format, path);
    case 'map':
      return readMap(shape, value, format, path);
    case 'string':
      if (typeof value === 'string') return value;
      throw typeMismatch(describe(value), 'a String', path);
    case 'boolean':
      if (typeof value === 'boolean') return value;
      throw typeMismatch(describe(value), 'a Boolean', path);
    case 'number':
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      if (typeof value === 'bigint') return Number(value);
      throw typeMismatch(describe(value), 'a Number', path);
    case 'bigInteger':
      if (typeof value === 'bigint') return value;
      if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value);
      throw typeMismatch(describe(value), 'an Integer', path);
    case 'bigDecimal':
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      throw typeMismatch(describe(value), 'a Number', path);
    case 'blob':
      return format.readBlob(value, path);
    case 'timestamp':
      return format.readTimestamp(value, path);
    case 'document':
      return readDocument(value, 0);
    case 'unit':
      return {};
  }
}

function readStructure(shape: Shape, value: unknown, format: TreeFormat, path: string[]): unknown {
  if (!isObject(value)) throw typeMismatch(describe(value), 'a structure', path);
  const result: Record<string, unknown> = {};
  let count = 0;
  for (const member of shape.members) {
    const name = format.nameOf(member);
    if (!Object.hasOwn(value, name)) continue;
    const found = value[name];
    if (found === null || found === undefined) continue;
    path.push(member.name);
    result[member.name] = readTree(member.shape, found, format, path);
    path.pop();
    count += 1;
  }
  if (shape.kind === 'union' && count !== 1)
    throw serializationError(`Exactly one member of the union '${path.join('.')}' must be set.`);
  return result;
}

function readList(shape: Shape, value: unknown, format: TreeFormat, path: string[]): unknown {
  if (!Array.isArray(value)) throw typeMismatch(describe(value), 'a list', path);
  const element = shape.element;
  const isSparse = Boolean(shape.traits.sparse);
  return value.map((item: unknown, index) => {
    if (item === null && isSparse) return null;
    path.push(String(index));
    const result = readTree(element.shape, item, format, path);
    path.pop();
    return result;
  });
}

function readMap(shape: Shape, value: unknown, format: TreeFormat, path: string[]): unknown {
  if (!isObject(value)) throw typeMismatch(describe(value), 'a map', path);
  const element = shape.element;
  const isSparse = Boolean(shape.traits.sparse);
  const result = Object.create(null) as Record<string, unknown>;
  for (const [key, item] of Object.entries(value)) {
    path.push(key);
    result[key] = item === null && isSparse ? null : readTree(element.shape, item, format, path);
    path.pop();
  }
  return result;
}

/** Copies free-form JSON so that no key can reach a prototype. */
function readDocument(value: unknown, depth: number): unknown {
  if (depth > DOCUMENT_DEPTH_MAX)
    throw serializationError(`The document is nested deeper than ${DOCUMENT_DEPTH_MAX} levels.`);
  if (Array.isArray(value)) return value.map((item) => readDocument(item, depth + 1));
  if (!isObject(value)) return value;
  const result = Object.create(null) as Record<string, unknown>;
  for (const [key, item] of Object.entries(value)) result[key] = readDocument(item, depth + 1);
  return result;
}

/**
 * Gives the tree that stands for an operation's answer. What the schema does not have is left out; a value of
 * another type than the schema's is a broken fact of ours and throws a TypeError.
 */
export function writeTree(shape: Shape, value: unknown, format: TreeFormat): unknown {
  switch (shape.kind) {
    case 'structure':
    case 'union': {
      if (!isObject(value)) throw unfit(shape, value);
      const result: Record<string, unknown> = {};
      for (const member of shape.members) {
        const found = value[member.name];
        if (found === undefined || found === null) continue;
        result[format.nameOf(member)] = writeTree(member.shape, found, format);
      }
      return result;
    }
    case 'list': {
      if (!Array.isArray(value)) throw unfit(shape, value);
      const element = shape.element.shape;
      return value.map((item: unknown) => (item === null ? null : writeTree(element, item, format)));
    }
    case 'map': {
      if (!isObject(value)) throw unfit(shape, value);
      const element = shape.element.shape;
      const result = Object.create(null) as Record<string, unknown>;
      for (const [key, item] of Object.entries(value)) {
        if (item === undefined) continue;
        result[key] = item === null ? null : writeTree(element, item, format);
      }
      return result;
    }
    case 'string':
      if (typeof value !== 'string') throw unfit(shape, value);
      return value;
    case 'boolean':
      if (typeof value !== 'boolean') throw unfit(shape, value);
      return value;
    case 'number':
      if (typeof value === 'bigint') return format.writeNumber(Number(value));
      if (typeof value !== 'number') throw unfit(shape, value);
      return format.writeNumber(value);
    case 'bigInteger':
      if (typeof value !== 'bigint' && typeof value !== 'number') throw unfit(shape, value);
      return format.writeBigInteger(BigInt(value));
    case 'bigDecimal':
      return typeof value === 'number' ? format.writeNumber(value) : value;
    case 'blob':
      if (!(value instanceof Uint8Array)) throw unfit(shape, value);
      return format.writeBlob(value);
    case 'timestamp':
      if (!(value instanceof Date)) throw unfit(shape, value);
      return format.writeTimestamp(value, shape);
    case 'document':
      return value;
    case 'unit':
      return {};
  }
}

function unfit(shape: Shape, value: unknown): TypeError {
  return new TypeError(
    `An answer holds ${describe(value)} where the schema has a ${shape.kind}${shape.name ? ` (${shape.name})` : ''}.`,
  );
}
