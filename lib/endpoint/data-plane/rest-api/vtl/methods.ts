import { javaRegex, javaReplacement } from './java-regex.ts';
import { Entry, HostObject, isEqual, toText, type Budget, type Value, type ValueMap } from './values.ts';

type Method<Self> = (self: Self, args: readonly Value[], budget: Budget) => Value;
type Methods<Self> = ReadonlyMap<string, Method<Self>>;

/**
 * Calls one of the methods that templates know from Java. An unknown one, and one of nothing, gives nothing, as AWS
 * prints it.
 */
export function callMethod(self: Value, name: string, args: readonly Value[], budget: Budget): Value {
  budget.spend(1 + sizeOf(self) / stepSize);
  if (self === null || self === undefined) return undefined;
  if (self instanceof HostObject) return self.methods.get(name)?.(args);
  if (Array.isArray(self)) return (lists.get(name) ?? shared.get(name))?.(self, args, budget);
  if (self instanceof Map) return (maps.get(name) ?? shared.get(name))?.(self, args, budget);
  if (self instanceof Entry) return (entries.get(name) ?? shared.get(name))?.(self, args, budget);
  if (typeof self === 'string') return (strings.get(name) ?? shared.get(name))?.(self, args, budget);
  if (typeof self === 'number') return (numbers.get(name) ?? shared.get(name))?.(self, args, budget);
  return shared.get(name)?.(self, args, budget);
}

/** Characters or members that one step of a budget goes through. */
const stepSize = 2000;

function sizeOf(self: Value): number {
  if (typeof self === 'string' || Array.isArray(self)) return self.length;
  return self instanceof Map ? self.size : 0;
}

/** `$a.b`: a map's member, or what Java's getters of that name give. */
export function readMember(self: Value, name: string): Value {
  if (self instanceof HostObject) return self.members.get(name)?.();
  if (self instanceof Map) return self.has(name) ? self.get(name) : getter(name, self.size);
  if (Array.isArray(self)) return getter(name, self.length);
  if (typeof self === 'string') return name === 'empty' ? self === '' : undefined;
  if (self instanceof Entry) return name === 'key' ? self.key : name === 'value' ? self.value : undefined;
  return undefined;
}

/** `$a[0]`, `$a['b']`. */
export function readIndex(self: Value, index: Value, budget: Budget): Value {
  if (Array.isArray(self)) return self[at(index, self.length)];
  return readMember(self, toText(index, budget));
}

function getter(name: string, size: number): Value {
  return name === 'empty' ? size === 0 : undefined;
}

/** Out of the range where it is no whole number. */
function at(index: Value, length: number): number {
  const number = Number(index);
  if (!Number.isInteger(number)) return -1;
  return number < 0 ? number + length : number;
}

const text = (value: Value, budget: Budget): string => toText(value, budget);
const whole = (value: Value): number => Math.trunc(Number(value)) || 0;

function table<Self>(methods: Record<string, Method<Self>>): Methods<Self> {
  return new Map(Object.entries(methods));
}

const shared = table<Value>({
  toString: (self: Value, _args: readonly Value[], budget: Budget) => text(self, budget),
  equals: (self, [other], budget) => isEqual(self, other, budget),
  hashCode: (self, _args, budget) => hash(text(self, budget)),
});

function hash(value: string): number {
  let sum = 0;
  for (let index = 0; index < value.length; index += 1) sum = (sum * 31 + value.charCodeAt(index)) | 0;
  return sum;
}

/** Java throws for a range out of bounds; what is thrown in a template is nothing. */
function substring(self: string, from: number, to: number): string | undefined {
  return from < 0 || to > self.length || from > to ? undefined : self.slice(from, to);
}

const strings = table<string>({
  length: (self) => self.length,
  isEmpty: (self) => self === '',
  charAt: (self, [index]) => self[whole(index)],
  substring: (self, [from, to]) => substring(self, whole(from), to === undefined ? self.length : whole(to)),
  indexOf: (self, [part, from], budget) => self.indexOf(text(part, budget), whole(from)),
  lastIndexOf: (self, [part], budget) => self.lastIndexOf(text(part, budget)),
  contains: (self, [part], budget) => self.includes(text(part, budget)),
  startsWith: (self, [part], budget) => self.startsWith(text(part, budget)),
  endsWith: (self, [part], budget) => self.endsWith(text(part, budget)),
  equalsIgnoreCase: (self, [other], budget) => self.toLowerCase() === text(other, budget).toLowerCase(),
  compareTo: (self, [other], budget) => compare(self, text(other, budget)),
  concat: (self, [other], budget) => budget.text(self + text(other, budget)),
  toLowerCase: (self, _args, budget) => budget.text(self.toLowerCase()),
  toUpperCase: (self, _args, budget) => budget.text(self.toUpperCase()),
  trim: (self) => self.trim(),
  matches: (self, [pattern], budget) => javaRegex(`^(?:${text(pattern, budget)})$`, '').test(self),
  replace: (self, [part, by], budget) => replaceText(self, text(part, budget), text(by, budget), budget),
  replaceAll: (self, [pattern, by], budget) => replacePattern(self, pattern, by, 'g', budget),
  replaceFirst: (self, [pattern, by], budget) => replacePattern(self, pattern, by, '', budget),
  split(self, [pattern, limit], budget) {
    const parts = self.split(javaRegex(text(pattern, budget), ''));
    const max = whole(limit);
    if (max > 0 && parts.length > max) return splitAtMost(self, text(pattern, budget), max);
    while (max === 0 && parts.length > 1 && parts.at(-1) === '') parts.pop();
    budget.assertMembers(parts.length);
    return parts;
  },
});

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function splitAtMost(self: string, pattern: string, max: number): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of self.matchAll(javaRegex(pattern, 'g'))) {
    if (parts.length === max - 1) break;
    parts.push(self.slice(from, match.index));
    from = match.index + match[0].length;
  }
  return [...parts, self.slice(from)];
}

/** Counted before it is made: replacing nothing by much is a text that is larger by far. */
function replaceText(self: string, part: string, by: string, budget: Budget): string {
  budget.spend(Math.ceil((self.length * Math.max(1, by.length)) / 10_000));
  return budget.text(self.replaceAll(part, () => by));
}

function replacePattern(self: string, pattern: Value, by: Value, flags: string, budget: Budget): string {
  const replacement = text(by, budget);
  budget.spend(Math.ceil((self.length * Math.max(1, replacement.length)) / 10_000));
  return budget.text(
    self.replace(javaRegex(text(pattern, budget), flags), (...match: unknown[]) =>
      javaReplacement(
        replacement,
        match.map((group) => (typeof group === 'string' ? group : undefined)),
      ),
    ),
  );
}

const numbers = table<number>({
  intValue: (self) => Math.trunc(self),
  longValue: (self) => Math.trunc(self),
  doubleValue: (self) => self,
  compareTo: (self, [other]) => Math.sign(self - Number(other)) || 0,
});

const lists = table<Value[]>({
  size: (self) => self.length,
  length: (self) => self.length,
  isEmpty: (self) => self.length === 0,
  get: (self, [index]) => self[at(index, self.length)],
  contains: (self, [member], budget) => indexIn(self, member, budget) !== -1,
  indexOf: (self, [member], budget) => indexIn(self, member, budget),
  add(self, args, budget) {
    budget.assertMembers(self.length + 1);
    if (args.length > 1) self.splice(whole(args[0]), 0, args[1]);
    else self.push(args[0]);
    return args.length > 1 ? undefined : true;
  },
  addAll(self, [more], budget) {
    const members = membersOf(more);
    budget.assertMembers(self.length + members.length);
    for (const member of [...members]) self.push(member);
    return members.length > 0;
  },
  set(self, [index, value]) {
    const place = at(index, self.length);
    if (place < 0 || place >= self.length) return undefined;
    const before = self[place];
    self[place] = value;
    return before;
  },
  remove(self, [which], budget) {
    const place = typeof which === 'number' ? which : indexIn(self, which, budget);
    if (place < 0 || place >= self.length) return typeof which === 'number' ? undefined : false;
    const [removed] = self.splice(place, 1);
    return typeof which === 'number' ? removed : true;
  },
  clear: (self) => void (self.length = 0),
});

function indexIn(self: readonly Value[], wanted: Value, budget: Budget): number {
  budget.spend(self.length);
  return self.findIndex((member) => isEqual(member, wanted, budget));
}

/** What `#foreach` goes through. */
export function membersOf(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value;
  return value instanceof Map ? [...value.values()] : [];
}

const maps = table<ValueMap>({
  size: (self) => self.size,
  isEmpty: (self) => self.size === 0,
  get: (self, [name], budget) => self.get(text(name, budget)),
  getOrDefault: (self, [name, other], budget) => self.get(text(name, budget)) ?? other,
  containsKey: (self, [name], budget) => self.has(text(name, budget)),
  containsValue: (self, [value], budget) => indexIn([...self.values()], value, budget) !== -1,
  put(self, [name, value], budget) {
    budget.assertMembers(self.size + 1);
    const key = text(name, budget);
    const before = self.get(key);
    self.set(key, value);
    return before;
  },
  putAll(self, [more], budget) {
    if (!(more instanceof Map)) return undefined;
    budget.assertMembers(self.size + more.size);
    for (const [name, value] of more) self.set(name, value);
    return undefined;
  },
  remove(self, [name], budget) {
    const key = text(name, budget);
    const before = self.get(key);
    self.delete(key);
    return before;
  },
  keySet: (self, _args, budget) => counted([...self.keys()], budget),
  values: (self, _args, budget) => counted([...self.values()], budget),
  entrySet: (self, _args, budget) =>
    counted(
      [...self].map(([key, value]) => new Entry(key, value)),
      budget,
    ),
  clear: (self) => void self.clear(),
});

function counted(members: Value[], budget: Budget): Value[] {
  budget.spend(members.length);
  return members;
}

const entries = table<Entry>({
  getKey: ({ key }) => key,
  getValue: ({ value }) => value,
});
