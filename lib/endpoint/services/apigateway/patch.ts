import type { PatchOperation } from '@aws-sdk/client-api-gateway';
import { badRequest, notFound } from './errors.ts';

type Op = 'add' | 'remove' | 'replace' | 'copy';

/** One kind of path that an update may name. `{}` stands for one segment, handed to `apply` in order. */
export interface PatchRule<Target> {
  readonly path: string;
  readonly ops: readonly Op[];
  /** What AWS says to another operation, where it has words of its own. */
  readonly wrongOp?: string;
  apply(target: Target, change: PatchChange): void;
}

export interface PatchChange {
  readonly op: Op;
  /** What stood at each `{}`, unescaped. */
  readonly names: readonly string[];
  /** Missing when an operation removes. */
  readonly value: string | undefined;
  /** Of a copy. */
  readonly from: string | undefined;
}

/** How AWS refuses a path or an operation that a kind of thing does not take. All of them are recorded. */
export interface PatchWording {
  /** No rule has the path. */
  wrongPath(refused: RefusedPatch): string;
  /** A rule has the path, and takes other operations only. */
  wrongOp(refused: RefusedPatch): string;
}

export interface RefusedPatch {
  readonly op: string;
  readonly path: string;
  /** Of a copy. */
  readonly from: string | undefined;
  /** Paths that may be named with this operation. */
  readonly paths: readonly string[];
  /** Operations that this path takes. */
  readonly ops: readonly string[];
}

const listPaths = ({ op, path, paths }: RefusedPatch) =>
  // Two blanks: recorded.
  `Invalid patch path  '${path}' specified for op '${op}'. ` +
  (paths.length === 0 ? 'Please choose supported operations' : `Must be one of: [${paths.join(', ')}]`);

const namePath = ({ path }: RefusedPatch) => `Invalid patch path ${path}`;

/** Resources, models, validators, parts of the documentation; unconfirmed of what names no other wording. */
export const listedPaths: PatchWording = { wrongPath: listPaths, wrongOp: listPaths };

/** APIs, methods and their responses. */
export const namedPaths: PatchWording = {
  wrongPath: namePath,
  wrongOp: ({ ops }) => `Invalid patch operation specified. Must be one of: [${ops.join(', ')}]`,
};

/** Gateway responses. */
export const namedPathsOnly: PatchWording = { wrongPath: namePath, wrongOp: namePath };

/** Changes `target` by every operation in order; the caller saves it only when all of them could be applied. */
export function applyPatch<Target>(
  target: Target,
  operations: readonly PatchOperation[] | undefined,
  rules: readonly PatchRule<Target>[],
  wording: PatchWording = listedPaths,
): void {
  for (const operation of operations ?? []) applyOne(target, operation, rules, wording);
}

function applyOne<Target>(
  target: Target,
  { op: givenOp, path = 'null', value, from }: PatchOperation,
  rules: readonly PatchRule<Target>[],
  wording: PatchWording,
): void {
  const op: string = givenOp ?? 'null';
  const segments = path.startsWith('/') ? path.slice(1).split('/').map(unescape) : [];
  const fitting = rules.flatMap((rule) => {
    const names = match(rule.path, segments);
    return names ? [{ rule, names }] : [];
  });
  const found = fitting.find(({ rule }) => takes(rule, op));
  if (found) {
    found.rule.apply(target, { op: op as Op, names: found.names, value, from });
    return;
  }
  const refused: RefusedPatch = {
    op,
    path,
    from,
    paths: rules.filter((rule) => takes(rule, op)).map((rule) => rule.path),
    ops: fitting.flatMap(({ rule }) => rule.ops),
  };
  const [first] = fitting;
  if (first?.rule.wrongOp !== undefined) throw badRequest(first.rule.wrongOp);
  throw badRequest(fitting.length === 0 ? wording.wrongPath(refused) : wording.wrongOp(refused));
}

function takes(rule: PatchRule<never>, op: string): boolean {
  return rule.ops.some((one) => one === op);
}

/** JSON pointers write `/` as `~1` and `~` as `~0`. */
function unescape(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}

function match(template: string, segments: readonly string[]): string[] | undefined {
  const expected = template.slice(1).split('/');
  if (expected.length !== segments.length) return undefined;
  const names: string[] = [];
  for (const [index, part] of expected.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith('{')) names.push(segment);
    else if (part !== segment) return undefined;
  }
  return names;
}

/** The names of a type's members that hold values of one kind, or some of its values as an enumeration does. */
type MembersOf<Target, Value> = {
  [Name in keyof Target]-?: NonNullable<Target[Name]> extends Value ? Name : never;
}[keyof Target] &
  string;

/** `/name`: replaced by any text; `remove` takes it away where AWS allows it. */
export function text<Target>(
  member: MembersOf<Target, string>,
  { path = `/${member}`, isRemovable = false }: { path?: string; isRemovable?: boolean } = {},
): PatchRule<Target> {
  return {
    path,
    ops: isRemovable ? ['replace', 'add', 'remove'] : ['replace'],
    apply: (target, { op, value }) =>
      Object.assign(target as object, { [member]: op === 'remove' ? undefined : value }),
  };
}

export function flag<Target>(
  member: MembersOf<Target, boolean>,
  path: string = `/${member}`,
): PatchRule<Target> {
  return {
    path,
    ops: ['replace'],
    apply: (target, { value }) => Object.assign(target as object, { [member]: readFlag(value) }),
  };
}

/** Whatever is not true is false, also nothing at all: recorded. */
export function readFlag(value: string | undefined): boolean {
  return value?.toLowerCase() === 'true';
}

export function wholeNumber<Target>(
  member: MembersOf<Target, number>,
  range: { readonly min: number; readonly max: number },
  { path = `/${member}`, isRemovable = false }: { path?: string; isRemovable?: boolean } = {},
): PatchRule<Target> {
  return {
    path,
    ops: isRemovable ? ['replace', 'add', 'remove'] : ['replace'],
    apply: (target, { op, value }) =>
      Object.assign(target as object, {
        [member]: op === 'remove' || value === '' ? undefined : readNumber(value, path, range),
      }),
  };
}

export function readNumber(
  value: string | undefined,
  path: string,
  { min, max }: { readonly min: number; readonly max: number },
): number {
  const number = Number(value);
  if (
    value !== undefined &&
    value.trim() !== '' &&
    Number.isInteger(number) &&
    number >= min &&
    number <= max
  )
    return number;
  throw badRequest(
    `Invalid patch value '${value ?? ''}' for path ${path}: must be a whole number between ${min} and ${max}`,
  );
}

interface MapOptions {
  /** AWS's answer to a change of a name that is not there; without it such a change passes. */
  readonly missing?: string;
  /** Whether an entry must have a text. */
  readonly isRequired?: boolean;
}

/** `/requestTemplates/{name}`: members of a map of texts. */
export function entry<Target>(
  member: MembersOf<Target, Record<string, string>>,
  options: MapOptions = {},
): PatchRule<Target> {
  return mapEntry<Target, string>(member, (value = '') => value, options);
}

/** `/requestParameters/{name}` of methods and their responses: members of a map of true and false. */
export function flagEntry<Target>(
  member: MembersOf<Target, Record<string, boolean>>,
  options: MapOptions = {},
): PatchRule<Target> {
  return mapEntry<Target, boolean>(member, readFlag, options);
}

/** A map that loses its last entry is gone. */
function mapEntry<Target, Value>(
  member: keyof Target & string,
  read: (value: string | undefined) => Value,
  { missing, isRequired = false }: MapOptions,
): PatchRule<Target> {
  return {
    path: `/${member}/{name}`,
    ops: ['add', 'replace', 'remove'],
    apply(target, { op, names: [name = ''], value }) {
      const { [name]: before, ...others } = (target[member] ?? {}) as Record<string, Value>;
      if (op !== 'add' && before === undefined && missing !== undefined) throw notFound(missing);
      if (op !== 'remove' && !value && isRequired)
        throw badRequest(`Invalid null or empty value in ${member}`);
      const map = op === 'remove' ? others : { ...others, [name]: read(value) };
      Object.assign(target as object, { [member]: Object.keys(map).length > 0 ? map : undefined });
    },
  };
}

/** `/binaryMediaTypes/{name}`: members of a list, named by themselves; `replace` puts a value in one's place. */
export function listMember<Target>(
  member: MembersOf<Target, string[]>,
  path = `/${member}/{name}`,
): PatchRule<Target> {
  return {
    path,
    ops: ['add', 'replace', 'remove'],
    apply: (target, { op, names: [name = ''], value = name }) =>
      changeList(target, member, name, op === 'remove' ? [] : [op === 'replace' ? value : name]),
  };
}

/** `/scopes` with `add` and `remove` that name the member by their value. */
export function listByValue<Target>(member: MembersOf<Target, string[]>): PatchRule<Target> {
  return {
    path: `/${member}`,
    ops: ['add', 'remove'],
    apply: (target, { op, value = '' }) => changeList(target, member, value, op === 'remove' ? [] : [value]),
  };
}

/** Puts what a member of a list becomes, if anything, at the end. A list without members is gone. */
function changeList<Target>(
  target: Target,
  member: keyof Target,
  before: string,
  after: readonly string[],
): void {
  const list = (target[member] ?? []) as readonly string[];
  const next = new Set([...list.filter((one) => one !== before), ...after]);
  Object.assign(target as object, { [member]: next.size > 0 ? [...next] : undefined });
}
