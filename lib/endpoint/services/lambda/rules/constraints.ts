import { validationException } from '../errors.ts';

/**
 * AWS's frame for broken model constraints: all of them in one ValidationException, each with the value and the
 * lower-camel path. A table row says where to look and what must hold; rows are checked in the order of the table.
 */
export interface ConstraintRow<Input> {
  readonly path: string;
  readonly read: (input: Input) => unknown;
  readonly check: Check;
  /** AWS never prints values that it treats as sensitive (the environment). */
  readonly isSensitive?: boolean;
}

/** Says what is wrong with a value, or nothing. */
export type Check = (value: unknown) => string | undefined;

export function pattern(source: string, flags = ''): Check {
  const expression = new RegExp(`^(?:${source})$`, flags);
  return (value) =>
    typeof value !== 'string' || expression.test(value)
      ? undefined
      : `Member must satisfy regular expression pattern: ${source}`;
}

export function length(min: number, max: number): Check {
  return (value) => {
    if (typeof value !== 'string' && !Array.isArray(value)) return undefined;
    if (value.length > max) return `Member must have length less than or equal to ${max}`;
    return value.length < min ? `Member must have length greater than or equal to ${min}` : undefined;
  };
}

export function range(min: number, max: number): Check {
  return (value) => {
    if (typeof value !== 'number') return undefined;
    if (value > max) return `Member must have value less than or equal to ${max}`;
    return value < min ? `Member must have value greater than or equal to ${min}` : undefined;
  };
}

export function oneOf(values: readonly string[]): Check {
  return (value) =>
    typeof value !== 'string' || values.includes(value)
      ? undefined
      : `Member must satisfy enum value set: [${values.join(', ')}]`;
}

/** Each member of a list. AWS prints every constraint of the member, broken or not. */
export function members(constraints: readonly string[], check: Check): Check {
  return (value) =>
    Array.isArray(value) && value.some((member) => check(member) !== undefined)
      ? `Member must satisfy constraint: [${[...constraints, 'Member must not be null'].join(', ')}]`
      : undefined;
}

export function mapKeys(constraints: readonly string[], check: Check): Check {
  return (value) =>
    isMap(value) && Object.keys(value).some((key) => check(key) !== undefined)
      ? `Map keys must satisfy constraint: [${[...constraints, 'Member must not be null'].join(', ')}]`
      : undefined;
}

export function mapValues(constraints: readonly string[], check: Check): Check {
  return (value) =>
    isMap(value) && Object.values(value).some((member) => check(member) !== undefined)
      ? `Map value must satisfy constraint: [${[...constraints, 'Member must not be null'].join(', ')}]`
      : undefined;
}

/** Throws one ValidationException for every broken row of the tables. */
export function assertConstraints<Input>(rows: readonly ConstraintRow<Input>[], input: Input): void {
  const broken: string[] = [];
  for (const row of rows) {
    const value = row.read(input);
    if (value === undefined) continue;
    const constraint = row.check(value);
    if (constraint === undefined) continue;
    broken.push(
      `Value ${row.isSensitive ? '' : `'${print(value)}' `}at '${row.path}' failed to satisfy constraint: ${constraint}`,
    );
  }
  if (broken.length === 0) return;
  const count = `${broken.length} validation error${broken.length === 1 ? '' : 's'} detected`;
  throw validationException(`${count}: ${broken.join('; ')}`);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Values as Java prints them: `[a, b]`, `{k=v}`. */
function print(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(print).join(', ')}]`;
  if (isMap(value)) {
    const entries = Object.entries(value).map(([key, member]) => `${key}=${printMember(member)}`);
    return `{${entries.join(', ')}}`;
  }
  return String(value);
}

/** The only numbers in Lambda's maps are weights, and Java gives a whole double its `.0`. */
function printMember(value: unknown): string {
  return Number.isInteger(value) ? `${String(value)}.0` : print(value);
}
