import { parseArn } from '../../../shared/arn.ts';
import { fitsConditions, isLike } from './policy-conditions.ts';
import { listOf, type PolicyStatement } from './policy-statements.ts';

/** Who asks a function's policy for what. */
export interface PolicyQuestion {
  /** e.g. `lambda:InvokeFunction`. */
  readonly action: string;
  /** A service such as `s3.amazonaws.com`, an account's number, or nobody known. */
  readonly principal: { readonly service: string } | { readonly account: string } | 'anonymous';
  /** Values of condition keys, named as AWS writes them, e.g. `AWS:SourceArn`. */
  readonly values?: Readonly<Record<string, string | undefined>>;
}

/** Whether a statement allows it and none denies it. */
export function isPermitted(statements: readonly PolicyStatement[], question: PolicyQuestion): boolean {
  return (
    statements.some((statement) => statement.Effect === 'Allow' && fits(statement, question)) &&
    !isDenied(statements, question)
  );
}

/** Whether a statement forbids it, also to callers of the function's own account. */
export function isDenied(statements: readonly PolicyStatement[], question: PolicyQuestion): boolean {
  return statements.some((statement) => statement.Effect === 'Deny' && fits(statement, question));
}

function fits(statement: PolicyStatement, question: PolicyQuestion): boolean {
  return (
    listOf(statement.Action).some((action) => isLike(action.toLowerCase(), question.action.toLowerCase())) &&
    fitsPrincipal(statement.Principal, question.principal) &&
    fitsConditions(statement.Condition ?? {}, question.values ?? {})
  );
}

function fitsPrincipal(named: PolicyStatement['Principal'], principal: PolicyQuestion['principal']): boolean {
  if (named === '*') return true;
  const accounts = listOf(named.AWS);
  if (accounts.includes('*')) return true;
  if (principal === 'anonymous') return false;
  if ('service' in principal) return listOf(named.Service).includes(principal.service);
  // Callers are known here by their account alone, so a role or user of it stands for the whole of it.
  return accounts.some((arn) => arn === principal.account || parseArn(arn)?.account === principal.account);
}
