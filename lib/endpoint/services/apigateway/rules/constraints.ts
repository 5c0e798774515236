import { ServiceError } from '../../../errors.ts';

/** What the service's front end finds wrong with one value, or nothing. */
export type Constraint = string | undefined;

/** A value, or each member of a list, that must be one of an enumeration [rec]. */
export function oneOf(
  path: string,
  value: string | readonly string[] | undefined,
  allowed: readonly string[],
): Constraint {
  if (value === undefined) return undefined;
  const set = `Member must satisfy enum value set: [${allowed.join(', ')}]`;
  if (typeof value === 'string') return allowed.includes(value) ? undefined : broken(path, value, set);
  if (value.every((member) => allowed.includes(member))) return undefined;
  return broken(path, `[${value.join(', ')}]`, `Member must satisfy constraint: [${set}]`);
}

export function pattern(path: string, value: string | undefined, source: string): Constraint {
  if (value === undefined || new RegExp(`^(?:${source})$`).test(value)) return undefined;
  return broken(path, value, `Member must satisfy regular expression pattern: ${source}`);
}

function broken(path: string, value: string, constraint: string): string {
  return `Value '${value}' at '${path}' failed to satisfy constraint: ${constraint}`;
}

/** All that is wrong is said in one answer, in the order given. */
export function assertConstraints(constraints: readonly Constraint[]): void {
  const wrong = constraints.filter((constraint) => constraint !== undefined);
  if (wrong.length === 0) return;
  const errors = wrong.length === 1 ? 'validation error' : 'validation errors';
  throw new ServiceError(
    'ValidationException',
    400,
    `${wrong.length} ${errors} detected: ${wrong.join('; ')}`,
  );
}
