import type { Member, Shape } from '../../wire/aws-schema.ts';

/** Text that every place can carry: labels, headers, forms and XML alike. */
const TEXT = 'text-value';
/** For places that carry any text. */
const HARD_TEXT = 'a b/ü&<"]]>+%25=?';

export interface SampleOptions {
  /** Members left out, by name, because a client or the transport gives them a meaning of their own. */
  readonly skip: ReadonlySet<string>;
  /** Values that clients check before they send, by member name. */
  readonly fixed: Readonly<Record<string, unknown>>;
  readonly isHard: boolean;
}

/** A value that fits a schema, the same each time; undefined where recursion has to end. */
export function sampleValue(shape: Shape, options: SampleOptions, path: readonly Shape[] = []): unknown {
  // A shape inside of itself ends the recursion.
  if (path.includes(shape) && shape.members.length > 0) return undefined;
  switch (shape.kind) {
    case 'structure':
      return sampleMembers(shape.members, options, [...path, shape]);
    case 'union': {
      const usable = shape.members.filter(
        (member) => sampleMember(member, options, [...path, shape]) !== undefined,
      );
      return usable.length === 0 ? undefined : sampleMembers(usable.slice(0, 1), options, [...path, shape]);
    }
    case 'list': {
      const item = sampleValue(shape.element.shape, options, [...path, shape]);
      return item === undefined ? undefined : [item, item];
    }
    case 'map': {
      const value = sampleValue(shape.element.shape, options, [...path, shape]);
      return value === undefined ? undefined : { first: value, 'second-key': value };
    }
    case 'boolean':
      return true;
    case 'number':
      return 7;
    case 'bigInteger':
      return 7n;
    case 'bigDecimal':
      return undefined;
    case 'blob':
      return new Uint8Array([0, 1, 254, 255]);
    case 'timestamp':
      return new Date(1_700_000_000_000);
    case 'document':
      return { any: ['thing', 1, true] };
    case 'unit':
      return {};
    default:
      return options.isHard ? HARD_TEXT : TEXT;
  }
}

function sampleMember(member: Member, options: SampleOptions, path: readonly Shape[]): unknown {
  if (options.skip.has(member.name)) return undefined;
  if (member.shape.kind === 'string' && Object.hasOwn(options.fixed, member.name))
    return options.fixed[member.name];
  const { traits } = member;
  if (traits.httpResponseCode) return 200;
  // Header values cannot hold the hard text, and a label may not be greedy over a slash.
  const isBound =
    path.length === 1 && (traits.httpHeader !== undefined || traits.httpPrefixHeaders !== undefined);
  return sampleValue(member.shape, isBound ? { ...options, isHard: false } : options, path);
}

function sampleMembers(members: readonly Member[], options: SampleOptions, path: readonly Shape[]): unknown {
  const result: Record<string, unknown> = {};
  for (const member of members) {
    const value = sampleMember(member, options, path);
    if (value !== undefined) result[member.name] = value;
  }
  return result;
}

/** Bytes as hex and objects without their prototypes, so that the two sides compare by content. */
export function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return `bytes:${Buffer.from(value).toString('hex')}`;
  if (value instanceof Date) return `date:${value.toISOString()}`;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, item]) => item !== undefined && name !== '$metadata')
      .map(([name, item]) => [name, plain(item)]),
  );
}

/** The first place where two plain values differ, for a message; undefined when they are the same. */
export function firstDifference(actual: unknown, expected: unknown, path = ''): string | undefined {
  if (typeof actual !== 'object' || typeof expected !== 'object' || actual === null || expected === null)
    return Object.is(actual, expected)
      ? undefined
      : `${path}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`;
  const names = new Set([...Object.keys(actual), ...Object.keys(expected)]);
  for (const name of names) {
    const found = firstDifference(
      (actual as Record<string, unknown>)[name],
      (expected as Record<string, unknown>)[name],
      `${path}.${name}`,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}
