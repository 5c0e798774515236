/** What templates work with. Maps are real Maps, so no name of a member ever reaches a prototype. */
export type Value = string | number | boolean | null | undefined | Value[] | ValueMap | Entry | HostObject;
export type ValueMap = Map<string, Value>;

/** An object of ours with a closed list of methods, such as `$util`. */
export class HostObject {
  readonly methods: ReadonlyMap<string, (args: readonly Value[]) => Value>;
  readonly members: ReadonlyMap<string, () => Value>;

  constructor(
    methods: Readonly<Record<string, (args: readonly Value[]) => Value>>,
    members: Readonly<Record<string, () => Value>> = {},
  ) {
    this.methods = new Map(Object.entries(methods));
    this.members = new Map(Object.entries(members));
  }
}

/** One pair of a map's `entrySet()`. */
export class Entry {
  readonly key: string;
  readonly value: Value;

  constructor(key: string, value: Value) {
    this.key = key;
    this.value = value;
  }
}

/** A map whose members can be set once, as those of `$context.responseOverride.header`. */
export class OnceMap extends Map<string, Value> {
  override set(name: string, value: Value): this {
    if (this.has(name)) throw new TemplateError(`the override ${name} was set before`);
    return super.set(name, value);
  }
}

/** A template that cannot be used, or that asks for too much. */
export class TemplateError extends Error {}

/** Characters of one text, and members of one collection. */
const textMax = 10 * 1_048_576;
const membersMax = 100_000;
const depthMax = 100;

/** Bounds what a rendering costs, whatever the template does. */
export class Budget {
  #steps = 500_000;
  #characters = 4 * textMax;

  spend(steps = 1): void {
    this.#steps -= steps;
    if (this.#steps < 0) throw new TemplateError('the template takes too many steps');
  }

  /** Counts a text that is made. */
  text(value: string): string {
    this.#characters -= value.length;
    if (value.length > textMax || this.#characters < 0)
      throw new TemplateError('the template makes too much text');
    return value;
  }

  assertMembers(count: number): void {
    if (count > membersMax) throw new TemplateError(`a collection has more than ${membersMax} members`);
  }
}

/** From what JSON.parse gives. */
export function fromJson(value: unknown, budget?: Budget): Value {
  budget?.spend(0.1);
  if (Array.isArray(value)) return value.map((member) => fromJson(member, budget));
  if (typeof value === 'object' && value !== null)
    return new Map(Object.entries(value).map(([name, member]) => [name, fromJson(member, budget)]));
  return value as Value;
}

/** As a reference prints: nothing for null, Java's form for a map, JSON for a list. */
export function toText(value: Value, budget: Budget): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined || value instanceof HostObject) return '';
  if (Array.isArray(value)) return budget.text(toJson(value, budget));
  if (value instanceof Entry) return budget.text(`${value.key}=${nested(value.value, budget, 0)}`);
  if (value instanceof Map) return budget.text(javaMap(value, budget, 0));
  return String(value);
}

function javaMap(map: ValueMap, budget: Budget, depth: number): string {
  if (depth > depthMax) throw new TemplateError('a value is nested too deeply');
  budget.spend(map.size);
  return `{${[...map].map(([name, member]) => `${name}=${nested(member, budget, depth)}`).join(', ')}}`;
}

function nested(value: Value, budget: Budget, depth: number): string {
  if (value === null || value === undefined) return 'null';
  return value instanceof Map ? budget.text(javaMap(value, budget, depth + 1)) : toText(value, budget);
}

export function toJson(value: Value, budget: Budget, depth = 0): string {
  if (depth > depthMax) throw new TemplateError('a value is nested too deeply');
  budget.spend();
  if (value === null || value === undefined || value instanceof HostObject) return 'null';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null';
  if (typeof value !== 'object') return budget.text(JSON.stringify(value));
  if (value instanceof Entry) return toJson(new Map([[value.key, value.value]]), budget, depth + 1);
  if (Array.isArray(value))
    return budget.text(`[${value.map((member) => toJson(member, budget, depth + 1)).join(',')}]`);
  const members = [...value].map(
    ([name, member]) => `${JSON.stringify(name)}:${toJson(member, budget, depth + 1)}`,
  );
  return budget.text(`{${members.join(',')}}`);
}

/** Everything but null and false is true, empty texts included, as in Velocity 1. */
export function isTrue(value: Value): boolean {
  return value !== null && value !== undefined && value !== false;
}

/** Values of unlike kinds are compared as they print. */
export function isEqual(one: Value, other: Value, budget: Budget): boolean {
  if (one === null || one === undefined || other === null || other === undefined)
    return (one ?? null) === (other ?? null);
  if (typeof one === 'string') budget.spend(one.length / 2000);
  if (typeof one === typeof other && typeof one !== 'object') return one === other;
  return toText(one, budget) === toText(other, budget);
}
