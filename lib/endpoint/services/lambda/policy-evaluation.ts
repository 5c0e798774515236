import { parseArn } from '../../../shared/arn.ts';
import type { PolicyStatement } from './policy-statements.ts';

/** Who asks a function's policy for what. */
export interface PolicyQuestion {
  /** e.g. `lambda:InvokeFunction`. */
  readonly action: string;
  /** A service such as `s3.amazonaws.com`, an account's number, or nobody known. */
  readonly principal: { readonly service: string } | { readonly account: string } | 'anonymous';
  /** Values of condition keys, named as AWS writes them, e.g. `AWS:SourceArn`. */
  readonly values?: Readonly<Record<string, string | undefined>>;
}

/** Whether a statement allows it. Policies here only allow; a key without a value fits no condition. */
export function isPermitted(statements: readonly PolicyStatement[], question: PolicyQuestion): boolean {
  return statements.some(
    (statement) =>
      fitsAction(statement.Action, question.action) &&
      fitsPrincipal(statement.Principal, question.principal) &&
      fitsConditions(statement.Condition ?? {}, question.values ?? {}),
  );
}

function fitsAction(pattern: string, action: string): boolean {
  return (
    pattern === '*' || pattern.toLowerCase() === 'lambda:*' || pattern.toLowerCase() === action.toLowerCase()
  );
}

function fitsPrincipal(
  allowed: PolicyStatement['Principal'],
  principal: PolicyQuestion['principal'],
): boolean {
  if (allowed === '*') return true;
  if (principal === 'anonymous') return false;
  if ('service' in principal) return allowed['Service'] === principal.service;
  // Callers are known here by their account alone, so a role or user of it stands for the whole of it.
  return parseArn(allowed['AWS'] ?? '')?.account === principal.account;
}

function fitsConditions(
  conditions: NonNullable<PolicyStatement['Condition']>,
  values: NonNullable<PolicyQuestion['values']>,
): boolean {
  return Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => {
      const value = values[key];
      if (value === undefined) return false;
      return operator === 'ArnLike' ? isLike(wanted, value) : value === wanted;
    }),
  );
}

/** `*` stands for any text and `?` for one character. */
function isLike(pattern: string, value: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(value);
}
