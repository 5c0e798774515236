import type { Type } from '@aws-sdk/client-schemas';
import { badRequest } from '../errors.ts';

type Schema = Readonly<Record<string, unknown>>;

/** Deeper values are described without their members. */
const depthMax = 50;

/** A document that describes the events: what all of them have is required. */
export function discoverSchema(events: readonly string[], type: Type): string {
  const schema = describe(events.map(parse), 0);
  const document =
    type === 'OpenApi3'
      ? {
          openapi: '3.0.0',
          info: { version: '1.0.0', title: 'Event' },
          paths: {},
          components: { schemas: { Event: schema } },
        }
      : { $schema: 'http://json-schema.org/draft-04/schema#', title: 'Event', ...schema };
  return JSON.stringify(document);
}

function parse(event: string): unknown {
  try {
    return JSON.parse(event) as unknown;
  } catch {
    throw badRequest('An event is not valid JSON.');
  }
}

/** Values of one type are described; of several types nothing is said. */
function describe(values: readonly unknown[], depth: number): Schema {
  const types = new Set(values.map(typeOf));
  const [type] = types;
  if (types.size !== 1 || type === undefined || type === 'null') return {};
  if (depth >= depthMax) return { type };
  if (type === 'object') return describeObjects(values as readonly Schema[], depth);
  if (type === 'array') return { type, items: describe((values as readonly unknown[][]).flat(1), depth + 1) };
  return { type };
}

function describeObjects(objects: readonly Schema[], depth: number): Schema {
  const names = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  const required = names.filter((name) => objects.every((object) => Object.hasOwn(object, name)));
  const properties = names.map((name) => {
    const values = objects.filter((object) => Object.hasOwn(object, name)).map((object) => object[name]);
    return [name, describe(values, depth + 1)] as const;
  });
  return {
    type: 'object',
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(properties),
  };
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
