import type { PatchOperation } from '@aws-sdk/client-api-gateway';
import { badRequest } from './errors.ts';

type Op = 'add' | 'remove' | 'replace' | 'copy';

/** One kind of path that an update may name. `{}` stands for one segment, handed to `apply` in order. */
export interface PatchRule<Target> {
  readonly path: string;
  readonly ops: readonly Op[];
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

/** Changes `target` by every operation in order; the caller saves it only when all of them could be applied. */
export function applyPatch<Target>(
  target: Target,
  operations: readonly PatchOperation[] | undefined,
  rules: readonly PatchRule<Target>[],
): void {
  for (const operation of operations ?? []) applyOne(target, operation, rules);
}

function applyOne<Target>(
  target: Target,
  { op, path, value, from }: PatchOperation,
  rules: readonly PatchRule<Target>[],
): void {
  if (op === undefined || path === undefined)
    throw badRequest('Invalid patch operation: op and path are required');
  if (!path.startsWith('/')) throw badRequest(`Invalid patch path ${path}`);
  const segments = path.slice(1).split('/').map(unescape);
  for (const rule of rules) {
    const names = match(rule.path, segments);
    if (!names || !rule.ops.some((allowed) => allowed === op)) continue;
    rule.apply(target, { op: op as Op, names, value, from });
    return;
  }
  const allowed = rules.filter((rule) => rule.ops.some((one) => one === op)).map((rule) => rule.path);
  // Two blanks: recorded.
  throw badRequest(
    `Invalid patch path  '${path}' specified for op '${op}'. Must be one of: [${allowed.join(', ')}]`,
  );
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
    apply: (target, { value }) => Object.assign(target as object, { [member]: readFlag(value, path) }),
  };
}

export function readFlag(value: string | undefined, path: string): boolean {
  if (value === 'true' || value === 'false') return value === 'true';
  throw badRequest(`Invalid patch value '${value ?? ''}' for path ${path}: must be true or false`);
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

/** `/requestTemplates/{name}`: members of a map of texts. */
export function entry<Target>(
  member: MembersOf<Target, Record<string, string>>,
  path = `/${member}/{name}`,
): PatchRule<Target> {
  return mapEntry<Target, string>(member, path, (value = '') => value);
}

/** `/requestParameters/{name}` of methods and their responses: members of a map of true and false. */
export function flagEntry<Target>(
  member: MembersOf<Target, Record<string, boolean>>,
  path = `/${member}/{name}`,
): PatchRule<Target> {
  return mapEntry<Target, boolean>(member, path, (value) => value !== undefined && readFlag(value, path));
}

function mapEntry<Target, Value>(
  member: keyof Target,
  path: string,
  read: (value: string | undefined) => Value,
): PatchRule<Target> {
  return {
    path,
    ops: ['add', 'replace', 'remove'],
    apply(target, { op, names: [name = ''], value }) {
      const map = { ...(target[member] as Record<string, Value> | undefined) };
      if (op === 'remove') delete map[name];
      else map[name] = read(value);
      Object.assign(target as object, { [member]: map });
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

/** Puts what a member of a list becomes, if anything, at the end. */
function changeList<Target>(
  target: Target,
  member: keyof Target,
  before: string,
  after: readonly string[],
): void {
  const list = (target[member] ?? []) as readonly string[];
  const next = new Set([...list.filter((one) => one !== before), ...after]);
  Object.assign(target as object, { [member]: [...next] });
}
