import { listOf, type PolicyStatement } from './policy-statements.ts';

type Comparison = (wanted: string, value: string) => boolean;

/** `*` stands for any text and `?` for one character. */
export function isLike(pattern: string, value: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(value);
}

const equals: Comparison = (wanted, value) => wanted === value;
const equalsAnyCase: Comparison = (wanted, value) => wanted.toLowerCase() === value.toLowerCase();

/** ARNs may hold wildcards with both of their operators, as AWS documents. */
const comparisons: Readonly<Record<string, Comparison>> = {
  StringEquals: equals,
  StringEqualsIgnoreCase: equalsAnyCase,
  StringLike: isLike,
  ArnEquals: isLike,
  ArnLike: isLike,
  Bool: equalsAnyCase,
};

interface Operator {
  readonly compare: Comparison;
  readonly isNegated: boolean;
  readonly isIfExists: boolean;
}

/** Undefined for operators that this endpoint does not evaluate. */
export function readOperator(name: string): Operator | undefined {
  const isIfExists = name.endsWith('IfExists');
  const base = isIfExists ? name.slice(0, -'IfExists'.length) : name;
  const isNegated = /^(String|Arn)Not/.test(base);
  const compare = comparisons[isNegated ? base.replace('Not', '') : base];
  return compare && { compare, isNegated, isIfExists };
}

/** Condition keys whose values are known here when a function is called. */
const knownKeys = new Set([
  'aws:sourcearn',
  'aws:sourceaccount',
  'lambda:functionurlauthtype',
  'lambda:invokedviafunctionurl',
]);

export function isKnownKey(key: string): boolean {
  return knownKeys.has(key.toLowerCase());
}

/** Whether every condition holds. A key without a value fits none but the negated ones and those that say IfExists. */
export function fitsConditions(
  conditions: NonNullable<PolicyStatement['Condition']>,
  values: Readonly<Record<string, string | undefined>>,
): boolean {
  const byKey = new Map(Object.entries(values).map(([key, value]) => [key.toLowerCase(), value]));
  return Object.entries(conditions).every(([name, keys]) => {
    const operator = readOperator(name);
    if (!operator) return false;
    return Object.entries(keys).every(([key, wanted]) => {
      const value = byKey.get(key.toLowerCase());
      if (value === undefined) return operator.isNegated || operator.isIfExists;
      return listOf(wanted).some((one) => operator.compare(one, value)) !== operator.isNegated;
    });
  });
}
