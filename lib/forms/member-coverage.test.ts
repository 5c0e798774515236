import * as schemas from '@aws-sdk/client-lambda';
import { expect, it } from 'vitest';
import { filledRequests } from './member-coverage-requests';
import { notOffered } from './member-coverage-reasons';

// What AWS takes is derived from the SDK, what the forms send from the forms. Whatever AWS takes and no form sends
// must be named, with a reason; a reason for what a form does send is out of date.

type Schema = readonly unknown[];
const structure = 3;
const list = 1;
const depthMax = 4;

function schemaOf(member: unknown): Schema | undefined {
  if (typeof member === 'function') return schemaOf((member as () => unknown)());
  if (!Array.isArray(member)) return undefined;
  const found: Schema = member;
  // A member with traits of its own: the schema, then the traits.
  return typeof found[0] === 'number' ? found : schemaOf(found[0]);
}

/** Paths of all members below a structure: `Cors.AllowOrigins`. Lists stand for their elements. */
function membersOf(schema: Schema, depth = 0): string[] {
  const names = schema[4] as readonly string[];
  const types = schema[5] as readonly unknown[];
  return names.flatMap((name, index) => {
    let inner = schemaOf(types[index]);
    if (inner?.[0] === list) inner = schemaOf(inner[4]);
    if (inner?.[0] !== structure || depth >= depthMax) return [name];
    const below = membersOf(inner, depth + 1);
    return below.length === 0 ? [name] : below.map((path) => `${name}.${path}`);
  });
}

/** Paths that a request has a value at; lists stand for their elements. */
function pathsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(pathsOf);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array || value instanceof Date) {
    return [];
  }
  return Object.entries(value).flatMap(([name, inner]) =>
    inner === undefined ? [] : [name, ...pathsOf(inner).map((path) => `${name}.${path}`)],
  );
}

function requestSchema(operation: string): Schema {
  const found = Object.entries(schemas).find(([name]) => name === `${operation}Request$`)?.[1];
  if (!found) throw new Error(`The SDK has no request of ${operation}.`);
  return found as unknown as Schema;
}

it.each(Object.keys(filledRequests))('%s: every member is in a form, or left out for a reason', (name) => {
  const operation = name as keyof typeof filledRequests;
  const members = membersOf(requestSchema(operation));
  const sent = new Set(filledRequests[operation].flatMap(pathsOf));
  const reasons: Readonly<Record<string, string>> = notOffered[operation] ?? {};
  const isNamed = (path: string) =>
    Object.keys(reasons).some((named) => path === named || path.startsWith(`${named}.`));

  expect(members.length).toBeGreaterThan(0);
  expect(
    members.filter((path) => !sent.has(path) && !isNamed(path)),
    'neither sent by a form nor named',
  ).toEqual([]);
  expect(
    Object.keys(reasons).filter(
      (named) => sent.has(named) || !members.some((path) => path === named || path.startsWith(`${named}.`)),
    ),
    'named, but sent by a form or unknown to AWS',
  ).toEqual([]);
  expect(Object.values(reasons).every((reason) => reason.length > 20)).toBe(true);
});
