import { parse } from 'yaml';
import { own } from '../../../shared/own.ts';
import { ServiceError } from '../../errors.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** A definition of either version as it stands in the file; nothing in it is trusted. */
export interface Definition {
  readonly version: '2.0' | '3.0';
  readonly title: string;
  readonly root: JsonObject;
}

/** AWS's quota. */
const bytesMax = 6 * 1024 * 1024;

export function badRequest(message: string): ServiceError {
  return new ServiceError('BadRequestException', 400, message);
}

/** Reads OpenAPI 2.0 or 3.0 in JSON or YAML. */
export function parseDefinition(bytes: Uint8Array): Definition {
  if (bytes.length > bytesMax) throw badRequest('Invalid OpenAPI input: the file has more than 6 MB.');
  const root = readObject(Buffer.from(bytes).toString('utf8'));
  const version = versionOf(root);
  if (!root || !version) throw badRequest('Invalid OpenAPI input.');
  const title = text(object(root['info'])['title']);
  if (title === undefined || title === '') throw badRequest('Invalid OpenAPI input: info.title is missing.');
  return { version, title, root };
}

/** An object in JSON or YAML, of whatever it speaks. */
export function readObject(source: string): JsonObject | undefined {
  try {
    // A JSON text is YAML too, but its own parser is quicker and says no to repeated anchors.
    const parsed: unknown = source.trimStart().startsWith('{')
      ? JSON.parse(source)
      : parse(source, { logLevel: 'error' });
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function versionOf(root: JsonObject | undefined): Definition['version'] | undefined {
  if (root?.['swagger'] === '2.0' || root?.['swagger'] === 2) return '2.0';
  return /^3\.0(?:\.|$)/.test(text(root?.['openapi']) ?? '') ? '3.0' : undefined;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value if it is an object, else an empty one. */
export function object(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Members that are texts, numbers or truth values, as texts. */
export function texts(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(object(value)).flatMap(([name, member]) =>
      ['string', 'number', 'boolean'].includes(typeof member) ? [[name, String(member)]] : [],
    ),
  );
}

/** Follows a reference inside the file; a chain of them ends somewhere or is given up. */
export function dereference(root: JsonObject, value: unknown): JsonObject {
  let current = object(value);
  for (let step = 0; step < 20; step += 1) {
    const reference = text(current['$ref']);
    if (!reference?.startsWith('#/')) return current;
    current = object(
      reference
        .slice(2)
        .split('/')
        .map((part) => decodeURIComponent(part.replaceAll('~1', '/').replaceAll('~0', '~')))
        .reduce<unknown>((at, part) => (isObject(at) ? own(at, part) : undefined), root),
    );
  }
  return {};
}
