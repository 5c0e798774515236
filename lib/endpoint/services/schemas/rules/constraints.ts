import { badRequest } from '../errors.ts';

/** EventBridge's quotas for schema registries, each of an account in a Region or of a schema. */
export const registriesMax = 10;
export const versionsMax = 100;

const contentLengthMax = 100_000;
const descriptionLengthMax = 256;
const pageMax = 100;

export function isRegistryName(name: string): boolean {
  return /^[0-9A-Za-z_.-]{1,64}$/.test(name);
}

export function isSchemaName(name: string): boolean {
  return /^[0-9A-Za-z_.@-]{1,385}$/.test(name);
}

export function assertRegistryName(name: string): void {
  if (!isRegistryName(name))
    throw badRequest(
      `Registry name ${name} must have 1 to 64 characters out of letters, digits, _, . and -.`,
    );
}

export function assertSchemaName(name: string): void {
  if (!isSchemaName(name))
    throw badRequest(
      `Schema name ${name} must have 1 to 385 characters out of letters, digits, _, ., @ and -.`,
    );
}

export function assertDescription(text: string | undefined): void {
  if (text !== undefined && text.length > descriptionLengthMax)
    throw badRequest(`A description can have up to ${descriptionLengthMax} characters.`);
}

/** What both formats have in common: an object that names its format. */
export function assertContent(content: string, type: string): void {
  if (content.length === 0 || content.length > contentLengthMax)
    throw badRequest(`Content must have 1 to ${contentLengthMax} characters.`);
  const document = parse(content);
  const hasFormat =
    type === 'OpenApi3'
      ? /^3\./.test(String(document.openapi)) && isObject(document.info) && isObject(document.paths)
      : /^http:\/\/json-schema\.org\/draft-04\/schema#?$/.test(String(document.$schema));
  if (!hasFormat) throw badRequest(`The content is not a valid ${type} document.`);
}

export function assertType(type: string): void {
  if (type !== 'OpenApi3' && type !== 'JSONSchemaDraft4')
    throw badRequest(`Type ${type} is not supported; it must be OpenApi3 or JSONSchemaDraft4.`);
}

export function readVersion(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw badRequest(`Schema version ${text} is invalid.`);
  return Number(text);
}

export function mergeTags(
  before: Readonly<Record<string, string>>,
  tags: Readonly<Record<string, string>> | undefined,
): Record<string, string> {
  const merged = { ...before, ...tags };
  const entries = Object.entries(merged);
  const isSound = entries.every(
    ([key, value]) => key.length > 0 && key.length <= 128 && value.length <= 256 && !/^aws:/i.test(key),
  );
  if (entries.length > 50 || !isSound) {
    throw badRequest(
      'A resource takes 50 tags at most; keys have between 1 and 128 characters and do not start with aws:, values have at most 256.',
    );
  }
  return merged;
}

/** How many to read and after what; tokens are opaque to callers. */
export function readPaging(input: {
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}): { after: string; size: number } {
  const { Limit: size = pageMax } = input;
  if (size < 1 || size > pageMax) throw badRequest(`Limit must be between 1 and ${pageMax}.`);
  if (!input.NextToken) return { after: '', size };
  const parsed = /^after (.+)$/.exec(Buffer.from(input.NextToken, 'base64url').toString());
  if (parsed?.[1] === undefined) throw badRequest('Invalid NextToken.');
  return { after: parsed[1], size };
}

export function nextToken(after: string): { NextToken: string } {
  return { NextToken: Buffer.from(`after ${after}`).toString('base64url') };
}

/** Of one more than fit on a page. */
export function toPage<T>(
  found: readonly T[],
  size: number,
  idOf: (record: T) => string,
): { page: readonly T[]; next: { NextToken?: string } } {
  const page = found.slice(0, size);
  const last = page.at(-1);
  return { page, next: found.length <= size || last === undefined ? {} : nextToken(idOf(last)) };
}

function parse(content: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(content);
    if (isObject(value)) return value;
  } catch {
    // Said below, with the same words as for another value.
  }
  throw badRequest('The content is not a JSON object.');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
