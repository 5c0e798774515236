import { oneOf, type Random } from '../../http/test/random.ts';
import type { Member, Shape } from '../../wire/aws-schema.ts';
import { Known } from './good-inputs.ts';

/** Values seen in answers and refusals, by member name: names of things that are there, and words of enums. */
export class SeenValues {
  readonly #byName = new Map<string, string[]>();

  add(name: string, value: string): void {
    if (value.length > 2048) return;
    const key = name.toLowerCase();
    const values = this.#byName.get(key) ?? [];
    this.#byName.set(key, values);
    if (values.includes(value)) return;
    values.push(value);
    // The oldest is likely to be gone from the endpoint as well.
    if (values.length > 40) values.shift();
  }

  /** The texts of an input that was accepted. */
  addAll(value: unknown, name = ''): void {
    if (typeof value === 'string') this.add(name, value);
    else if (Array.isArray(value)) for (const item of value) this.addAll(item, name);
    else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array))
      for (const [key, item] of Object.entries(value)) this.addAll(item, key);
  }

  of(name: string): readonly string[] {
    const key = name.toLowerCase();
    return this.#byName.get(key) ?? this.#byName.get(key.replace(/^.*(?=(?:name|arn|id)$)/, '')) ?? [];
  }
}

const TEXTS = [
  '',
  ' ',
  'x',
  'a-name',
  'a'.repeat(65),
  'a'.repeat(300),
  'b'.repeat(9000),
  '../../../etc/passwd',
  '..',
  '/',
  '//',
  '\0',
  'a\r\nX-Header: b',
  '\u{1f600}',
  '\ud800',
  '%',
  '%zz',
  '__proto__',
  'constructor',
  '$LATEST',
  '$default',
  '-1',
  '0',
  '99999999999999999999',
  'null',
  'true',
  '{',
  '[',
  '{}',
  '[]',
  '[1,2',
  '{"a":{"$or":[]}}',
  '"',
  "';--",
  '*',
  '%%',
  '${a.b}',
  '$input.path("$..*")',
  '<a>&</a>',
  ']]>',
  'arn:',
  'arn:aws:::::',
  'arn:aws:lambda:us-east-1:000000000000:function:',
  'arn:aws:lambda:us-east-1:000000000000:function:a-name:1:2',
  'arn:aws:sqs:us-east-1:000000000000:a-name',
  'arn:aws:iam::000000000000:role/worker',
  'http://',
  'http://[::1',
  'http://localhost:1/000000000000/a-name',
  'eyJhIjoxfQ==',
  '2026-13-45T99:99:99Z',
  'rate(0 minutes)',
  'rate(1 minute)',
  'cron(* * * * * *)',
  'cron(0 99 ? * MON-XXX *)',
  'at(2026-13-01T00:00:00)',
  '10.0.0.0/16',
  '10.0.0.0/99',
  '(((((((',
  '[a-',
  '(a+)+$',
  '%(a+)+$%',
  '{ $.a = * }',
  'a,b,,c',
  'key=value=',
  'tag:__proto__',
] as const;

const NUMBERS = [
  0, 1, 2, 3, 5, 10, 60, 128, 300, 512, 1024, -1, 3.5, 0.1, 255, 256, 65_536, 2 ** 31 - 1, 2 ** 31, 2 ** 53,
  1e21, 1e308, -1e308, 1_700_000_000_000,
] as const; // prettier-ignore

const TIMES = [
  0,
  1,
  -1,
  1_700_000_000_000,
  Date.UTC(2100, 0),
  8_640_000_000_000_000,
  -8_640_000_000_000_000,
] as const;

const KEYS = ['a', 'b', '__proto__', 'constructor', '', 'a'.repeat(200), 'aws:x', 'A.B', '{"a":1}'] as const;

const DOCUMENTS: readonly unknown[] = [
  null,
  {},
  [],
  'text',
  1.5,
  true,
  { a: [{ b: [null] }] },
  { __proto__: 1 },
];

/** Long waits are asked for only where they are refused: the run is about answers. */
const WAITS = [-1, 0, 21, 2 ** 31] as const;
const DEPTH_MAX = 7;

/**
 * Makes an input that fits an operation's types and little else. What needs it to be good at times gets so from
 * `seen`, so that the requests reach beyond the first check.
 */
export class BadInput {
  readonly #seen: SeenValues;
  readonly #random: Random;
  /** How often a text is one that was seen, of a hundred. */
  #knownPercent = 75;

  constructor(seen: SeenValues, random: Random) {
    this.#seen = seen;
    this.#random = random;
  }

  /** An input made up; many members at once are refused for the first of them, few reach further. */
  make(shape: Shape, isDestructive: boolean): unknown {
    this.#knownPercent = isDestructive ? 40 : oneOf([60, 97, 100], this.#random);
    return this.#structure(shape, 0, oneOf([0, 0, 8, 25, 60, 90], this.#random));
  }

  /** A good input, at times with a member or two made up, and at times with one left out. */
  spoil(shape: Shape, good: object): unknown {
    const spoiled = this.fill(good) as Record<string, unknown>;
    this.#knownPercent = 50;
    for (let change = this.#random(4); change > 1; change -= 1) {
      if (this.#chance(20)) delete spoiled[oneOf(Object.keys(spoiled), this.#random)];
      else {
        const member = oneOf(shape.members, this.#random);
        spoiled[member.name] = this.#value(member, 1, 40);
      }
    }
    return spoiled;
  }

  /** The good input with what was seen where it asks for it. */
  fill(value: unknown): unknown {
    if (value instanceof Known) return this.#seen.of(value.name).at(-1) ?? 'not-seen';
    if (Array.isArray(value)) return value.map((item) => this.fill(item));
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array || value instanceof Date)
      return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, this.fill(item)]));
  }

  #structure(shape: Shape, depth: number, percent: number): unknown {
    const members =
      shape.kind === 'union' && shape.members.length > 0
        ? [oneOf(shape.members, this.#random)]
        : shape.members.filter(({ isRequired }) => this.#chance(isRequired ? 96 : percent));
    const result: Record<string, unknown> = {};
    for (const member of members) {
      const value = this.#value(member, depth + 1, percent);
      if (value !== undefined) result[member.name] = value;
    }
    return result;
  }

  #value({ name, shape }: Member, depth: number, percent: number): unknown {
    if (depth > DEPTH_MAX) return undefined;
    const random = this.#random;
    switch (shape.kind) {
      case 'structure':
      case 'union':
        return this.#structure(shape, depth, percent);
      case 'list':
        return this.#times([0, 1, 1, 2, 3, 11, 120]).map(() =>
          this.#value(
            isNamed(shape.element) ? shape.element : renamed(shape.element, name),
            depth + 1,
            percent,
          ),
        );
      case 'map':
        return Object.fromEntries(
          this.#times([0, 1, 2, 3, 60]).map((_, index) => [
            index < 5 ? this.#key(name) : `key-${index}`,
            this.#value(renamed(shape.element, name), depth + 1, percent),
          ]),
        );
      case 'boolean':
        return random(2) === 0;
      case 'number':
        return oneOf(/WaitTime/i.test(name) ? WAITS : NUMBERS, random);
      case 'bigInteger':
        return BigInt(random(3)) - 1n;
      case 'bigDecimal':
        return undefined;
      case 'blob':
        return this.#blob(name);
      case 'timestamp':
        return new Date(oneOf(TIMES, random));
      case 'document':
        return oneOf(DOCUMENTS, random);
      case 'unit':
        return {};
      case 'string':
        return this.#text(name);
    }
  }

  #text(name: string): string {
    const known = this.#seen.of(name);
    return known.length > 0 && this.#chance(this.#knownPercent)
      ? oneOf(known, this.#random)
      : oneOf(TEXTS, this.#random);
  }

  #key(name: string): string {
    const known = this.#seen.of(`${name} key`);
    return known.length > 0 && this.#chance(this.#knownPercent)
      ? oneOf(known, this.#random)
      : oneOf(KEYS, this.#random);
  }

  #blob(name: string): Uint8Array {
    const known = this.#seen.of(`${name} blob`);
    if (known.length > 0 && this.#chance(60)) return Buffer.from(oneOf(known, this.#random), 'base64');
    return Buffer.from(oneOf(TEXTS, this.#random));
  }

  #times(counts: readonly number[]): unknown[] {
    return Array.from({ length: oneOf(counts, this.#random) });
  }

  #chance(percent: number): boolean {
    return this.#random(100) < percent;
  }
}

function isNamed({ shape }: Member): boolean {
  return shape.kind === 'structure' || shape.kind === 'union';
}

/** Elements go by the name of what they are in. */
function renamed(member: Member, name: string): Member {
  return Object.assign(Object.create(member) as Member, { name });
}
