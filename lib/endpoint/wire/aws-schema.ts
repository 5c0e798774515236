import { InvariantError } from '../../shared/invariant.ts';
import type { CatalogueEntry, SchemaModule } from './catalogue.ts';

/**
 * The only module that knows what the SDK's schemas look like inside and the only importer of the SDK's own
 * libraries. Those call themselves internal: `self-check.ts` says at once when a new version moved something.
 *
 * A schema is a number (simple type, or list 64 / map 128 of one), the word `unit`, a function giving one, a
 * pair `[schema, member traits]`, or a tuple `[kind, namespace, name, traits, …]`.
 */
export type ShapeKind =
  | 'structure'
  | 'union'
  | 'list'
  | 'map'
  | 'string'
  | 'boolean'
  | 'number'
  | 'bigInteger'
  | 'bigDecimal'
  | 'blob'
  | 'timestamp'
  | 'document'
  | 'unit';

export type TimestampFormat = 'date-time' | 'http-date' | 'epoch-seconds';
export type Traits = Readonly<Record<string, unknown>>;

const NO_TRAITS: Traits = {};

const TRAIT_BITS = [
  'httpLabel',
  'idempotent',
  'idempotencyToken',
  'sensitive',
  'httpPayload',
  'httpResponseCode',
  'httpQueryParams',
] as const;

const KINDS_BY_TUPLE: Readonly<Record<number, ShapeKind>> = {
  1: 'list',
  2: 'map',
  3: 'structure',
  [-3]: 'structure',
  4: 'union',
};

const SIMPLE_KINDS: Readonly<Record<number, ShapeKind>> = {
  0: 'string',
  1: 'number',
  2: 'boolean',
  4: 'timestamp',
  5: 'timestamp',
  6: 'timestamp',
  7: 'timestamp',
  15: 'document',
  17: 'bigInteger',
  19: 'bigDecimal',
  21: 'blob',
  42: 'blob',
};

const TIMESTAMP_FORMATS: Readonly<Record<number, TimestampFormat>> = {
  5: 'date-time',
  6: 'http-date',
  7: 'epoch-seconds',
};

const STREAMING_BLOB = 42;
const LIST_OF = 64;
const MAP_OF = 128;
const STATIC_TUPLE_MIN = 5;

function readTraits(value: unknown): Traits {
  if (typeof value === 'object' && value !== null) return value as Traits;
  if (typeof value !== 'number' || value === 0) return NO_TRAITS;
  return Object.fromEntries(TRAIT_BITS.filter((_, bit) => (value >> bit) & 1).map((name) => [name, 1]));
}

function follow(schema: unknown): unknown {
  let current = schema;
  while (typeof current === 'function') current = current() as unknown;
  return current;
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** A member of a structure, or the element, key or value of a collection. */
export class Member {
  readonly name: string;
  readonly shape: Shape;
  /** The shape's own traits with the member's over them. */
  readonly traits: Traits;
  readonly isRequired: boolean;
  readonly jsonName: string;
  /** The member's own XML name; a shape's XML name is for roots only. */
  readonly xmlName: string;
  readonly isFlattened: boolean;
  readonly isSparse: boolean;

  constructor(name: string, schema: unknown, isRequired: boolean) {
    const own: Traits[] = [];
    let current = follow(schema);
    while (Array.isArray(current) && current.length === 2) {
      own.unshift(readTraits(current[1]));
      current = follow(current[0]);
    }
    this.name = name;
    this.shape = shapeOf(current);
    const memberTraits: Traits = own.length > 0 ? Object.assign({}, ...own) : NO_TRAITS;
    this.traits = { ...this.shape.traits, ...memberTraits };
    this.isRequired = isRequired;
    this.jsonName = typeof this.traits.jsonName === 'string' ? this.traits.jsonName : name;
    this.xmlName = typeof memberTraits.xmlName === 'string' ? memberTraits.xmlName : name;
    this.isFlattened = Boolean(this.traits.xmlFlattened);
    this.isSparse = Boolean(this.traits.sparse);
  }
}

/** A schema, read once. Members are built on first use: services are large and mostly untouched. */
export class Shape {
  readonly kind: ShapeKind;
  readonly name: string;
  readonly namespace: string;
  readonly traits: Traits;
  readonly format: TimestampFormat | undefined;
  readonly isStreaming: boolean;
  readonly #tuple: readonly unknown[];
  readonly #element: unknown;
  readonly #key: unknown;
  #members: readonly Member[] | undefined;
  #byName: ReadonlyMap<string, Member> | undefined;
  #elementMember: Member | undefined;
  #keyMember: Member | undefined;

  constructor(schema: unknown) {
    const tuple = asArray(schema);
    this.#tuple = tuple;
    this.namespace = typeof tuple[1] === 'string' ? tuple[1] : '';
    this.name = typeof tuple[2] === 'string' ? tuple[2] : '';
    this.traits = readTraits(tuple[3]);
    const simple = tuple[0] === 0 ? follow(tuple[4]) : schema;
    this.format = typeof simple === 'number' ? TIMESTAMP_FORMATS[simple] : undefined;
    this.kind = Shape.#kindOf(tuple, simple);
    this.isStreaming = Boolean(this.traits.streaming) || simple === STREAMING_BLOB;
    if (typeof simple === 'number') {
      this.#element = simple & (LIST_OF - 1);
      this.#key = 0;
    } else {
      this.#element = this.kind === 'map' ? tuple[5] : tuple[4];
      this.#key = tuple[4];
    }
  }

  static #kindOf(tuple: readonly unknown[], simple: unknown): ShapeKind {
    if (simple === 'unit') return 'unit';
    if (typeof simple === 'number') {
      if (simple >= MAP_OF) return 'map';
      if (simple >= LIST_OF) return 'list';
    }
    const kind = typeof simple === 'number' ? SIMPLE_KINDS[simple] : KINDS_BY_TUPLE[Number(tuple[0])];
    if (kind === undefined)
      throw new InvariantError(
        `The SDK schema ${JSON.stringify(tuple.slice(0, 3))} has a kind unknown here.`,
      );
    return kind;
  }

  /** Members of a structure or union, in the model's order; none for other kinds. */
  get members(): readonly Member[] {
    if (this.#members) return this.#members;
    if (this.kind !== 'structure' && this.kind !== 'union') return (this.#members = []);
    const names = asArray(this.#tuple[4]);
    const schemas = asArray(this.#tuple[5]);
    // The required members lead; slot 6 counts them.
    const requiredCount = Number(this.#tuple[6] ?? 0);
    this.#members = names.map(
      (name, index) => new Member(String(name), schemas[index], index < requiredCount),
    );
    return this.#members;
  }

  member(name: string): Member | undefined {
    this.#byName ??= new Map(this.members.map((member) => [member.name, member]));
    return this.#byName.get(name);
  }

  /** What a list holds, or a map's value. */
  get element(): Member {
    const name = this.kind === 'map' ? 'value' : 'member';
    return (this.#elementMember ??= new Member(name, this.#element, false));
  }

  get key(): Member {
    return (this.#keyMember ??= new Member('key', this.#key, false));
  }
}

const shapes = new Map<unknown, Shape>();

/** The shape of a schema; the same schema gives the same shape. */
export function shapeOf(schema: unknown): Shape {
  const followed = follow(schema);
  const known = shapes.get(followed);
  if (known) return known;
  const shape = new Shape(followed);
  shapes.set(followed, shape);
  return shape;
}

export interface HttpBinding {
  readonly method: string;
  /** Path template with an optional query, as the model has it. */
  readonly template: string;
  readonly status: number;
}

export interface OperationModel {
  readonly name: string;
  readonly input: Shape;
  readonly output: Shape;
  readonly http: HttpBinding | undefined;
  /** The output member that is an event stream. */
  readonly eventStream: Member | undefined;
}

export interface ServiceModel {
  readonly entry: CatalogueEntry;
  readonly operations: ReadonlyMap<string, OperationModel>;
  /** By exception name and, where the query protocol has another, by that code too. */
  readonly errors: ReadonlyMap<string, Shape>;
}

function readOperation(tuple: readonly unknown[]): OperationModel {
  const http = asArray(readTraits(tuple[3]).http);
  const output = shapeOf(tuple[5]);
  return {
    name: String(tuple[2]),
    input: shapeOf(tuple[4]),
    output,
    http:
      http.length === 3
        ? { method: String(http[0]), template: String(http[1]), status: Number(http[2]) }
        : undefined,
    eventStream: output.members.find((member) => member.shape.kind === 'union' && member.shape.isStreaming),
  };
}

const OPERATION = 9;
const ERROR = -3;

/** Reads a client's schema module. Throws an InvariantError when it does not look as expected. */
export function readServiceModel(entry: CatalogueEntry, module: SchemaModule): ServiceModel {
  const operations = new Map<string, OperationModel>();
  const errors = new Map<string, Shape>();
  for (const value of Object.values(module)) {
    if (!Array.isArray(value) || value.length < STATIC_TUPLE_MIN) continue;
    if (value[0] === OPERATION) {
      const operation = readOperation(value);
      operations.set(operation.name, operation);
    } else if (value[0] === ERROR && value[1] === entry.namespace) {
      const shape = shapeOf(value);
      errors.set(shape.name, shape);
    }
  }
  for (const shape of [...errors.values()]) {
    const code = queryErrorOf(shape)?.code;
    if (code !== undefined && !errors.has(code)) errors.set(code, shape);
  }
  if (operations.size === 0)
    throw new InvariantError(`The SDK client for ${entry.title} has no operation schemas.`);
  return { entry, operations, errors };
}

/** An exception's code and status in the query protocol, where they differ from its name. */
export function queryErrorOf(shape: Shape): { readonly code: string; readonly status: number } | undefined {
  const [code, status] = asArray(shape.traits.awsQueryError);
  return typeof code === 'string' ? { code, status: Number(status) } : undefined;
}

/** An XML namespace trait as an attribute, ` xmlns="…"`; empty without one. */
export function xmlNamespaceOf(
  traits: Traits,
): { readonly prefix: string; readonly uri: string } | undefined {
  const [prefix, uri] = asArray(traits.xmlNamespace);
  return typeof uri === 'string' ? { prefix: typeof prefix === 'string' ? prefix : '', uri } : undefined;
}

export interface EventHeader {
  readonly type: 'string' | 'integer' | 'long' | 'boolean' | 'binary' | 'timestamp';
  readonly value: unknown;
}

/** Frames one message of a binary event stream. */
export type EventFramer = (headers: Readonly<Record<string, EventHeader>>, body: Uint8Array) => Uint8Array;

let framer: Promise<EventFramer> | undefined;

/** The event-stream codec is loaded when the first stream needs it. */
export function loadEventFramer(): Promise<EventFramer> {
  framer ??= import('@smithy/core/event-streams').then(({ EventStreamCodec }) => {
    const decoder = new TextDecoder();
    const encoder = new TextEncoder();
    const codec = new EventStreamCodec(
      (input) => (typeof input === 'string' ? input : decoder.decode(input)),
      (input) => encoder.encode(input),
    );
    return (headers, body) => codec.encode({ headers: headers as never, body });
  });
  return framer;
}

export interface CborBytes {
  decode(bytes: Uint8Array): unknown;
  encode(value: unknown): Uint8Array;
  /** A point in time as CBOR's tag 1. */
  time(date: Date): unknown;
}

let cborBytes: Promise<CborBytes> | undefined;

export function loadCbor(): Promise<CborBytes> {
  cborBytes ??= import('@smithy/core/cbor').then(({ cbor, dateToTag }) => ({
    decode: (bytes) => cbor.deserialize(bytes) as unknown,
    encode: (value) => cbor.serialize(value as never),
    time: (date) => dateToTag(date) as unknown,
  }));
  return cborBytes;
}

let xmlParser: Promise<(text: string) => unknown> | undefined;

export function loadXmlParser(): Promise<(text: string) => unknown> {
  xmlParser ??= import('./xml-parser.ts').then(({ parseXML }) => parseXML as (text: string) => unknown);
  return xmlParser;
}
