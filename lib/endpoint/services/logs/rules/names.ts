import { constraintsBroken, invalidParameter } from '../errors.ts';

const lengthMax = 512;

interface Constraint {
  readonly member: string;
  readonly value: string | undefined;
  readonly pattern: RegExp;
  /** As AWS prints it. */
  readonly shownPattern: string;
}

/** Checks names against the service model; all problems are told at once. Absent values pass. */
export function assertNames(names: {
  logGroupName?: string | undefined;
  logStreamName?: string | undefined;
}): void {
  const isTooLong = (name: string | undefined) => name !== undefined && name.length > lengthMax;
  if (isTooLong(names.logGroupName) || isTooLong(names.logStreamName)) {
    throw invalidParameter(
      `Invalid LogGroup or LogStream, both must have length less than or equal to ${lengthMax}.`,
    );
  }
  const problems = [
    ...problemsOf({
      member: 'logGroupName',
      value: names.logGroupName,
      pattern: /^[.\-_/#A-Za-z0-9]+$/,
      shownPattern: '[\\.\\-_/#A-Za-z0-9]+',
    }),
    ...problemsOf({
      member: 'logStreamName',
      value: names.logStreamName,
      pattern: /^[^:*]*$/,
      shownPattern: '[^:*]*',
    }),
  ];
  if (problems.length > 0) throw constraintsBroken(problems);
}

/** The value of a number that must lie in a range, or its default. */
export function numberInRange(
  member: string,
  value: number | undefined,
  range: { min: number; max: number; fallback: number },
): number {
  if (value === undefined) return range.fallback;
  if (value >= range.min && value <= range.max) return value;
  const bound =
    value < range.min ? `greater than or equal to ${range.min}` : `less than or equal to ${range.max}`;
  throw constraintsBroken([
    `Value '${value}' at '${member}' failed to satisfy constraint: Member must have value ${bound}`,
  ]);
}

/** Checks that a text is one of the model's values. */
export function oneOf<Choice extends string>(
  member: string,
  value: string | undefined,
  choices: readonly Choice[],
  fallback: Choice,
): Choice {
  if (value === undefined) return fallback;
  const choice = choices.find((candidate) => candidate === value);
  if (choice !== undefined) return choice;
  throw constraintsBroken([
    `Value '${value.slice(0, 100)}' at '${member}' failed to satisfy constraint: ` +
      `Member must satisfy enum value set: [${choices.join(', ')}]`,
  ]);
}

function problemsOf({ member, value, pattern, shownPattern }: Constraint): string[] {
  if (value === undefined) return [];
  const problems: string[] = [];
  const told = `Value '${value.slice(0, 600)}' at '${member}' failed to satisfy constraint: `;
  if (value.length < 1) problems.push(`${told}Member must have length greater than or equal to 1`);
  if (value.length > 0 && !pattern.test(value)) {
    problems.push(`${told}Member must satisfy regular expression pattern: ${shownPattern}`);
  }
  return problems;
}
