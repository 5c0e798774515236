import { randomUUID } from 'node:crypto';
import { functionNotFound, invalidParameterValue } from './errors.ts';
import { qualifierNotFound } from './function-access.ts';
import { functionArn, type FunctionTarget } from './names.ts';
import { awsPrincipal, type PolicyStatement } from './policy-statements.ts';
import type { LambdaRepository } from './repository.ts';

/** What a policy hangs on: its revision is the policy's (1.5) [rec]. */
export interface PolicyHolder {
  readonly revisionId: string;
  /** Gives the function, version or alias another revision. */
  renew(): string;
}

/** The function, version or alias; undefined when it is missing. */
export function findPolicyHolder(
  repository: LambdaRepository,
  { key, qualifier }: FunctionTarget,
): PolicyHolder | undefined {
  if (qualifier === undefined || qualifier === '$LATEST') {
    const record = repository.find(key);
    return record && holder(record, (revisionId) => repository.update({ ...record, revisionId }));
  }
  if (/^\d+$/.test(qualifier)) {
    const record = repository.versions.find(key, qualifier);
    return record && holder(record, (revisionId) => repository.versions.setRevision(record, revisionId));
  }
  const alias = repository.aliases.find(key, qualifier);
  return alias && holder(alias, (revisionId) => repository.aliases.update({ ...alias, revisionId }));
}

function holder({ revisionId }: { revisionId: string }, set: (revisionId: string) => void): PolicyHolder {
  return {
    revisionId,
    renew() {
      const next = randomUUID();
      set(next);
      return next;
    },
  };
}

/** AWS's 404 for a policy on something that does not exist (errors 1 and 6). */
export function policyHolderMissing({ key, qualifier }: FunctionTarget, hasFunction: boolean) {
  if (!hasFunction) return functionNotFound(functionArn(key));
  return qualifier === undefined ? functionNotFound(functionArn(key)) : qualifierNotFound(key, qualifier);
}

const principalPattern =
  /^(\*|\d{12}|arn:aws[a-z-]*:(iam|sts)::\d{12}:.+|[a-z0-9.-]+\.(amazonaws\.com(\.cn)?|amazon\.com))$/;

/** The mapping of 1.8 [rec]. */
export function toPrincipal(principal: string, partition: string): PolicyStatement['Principal'] {
  if (!principalPattern.test(principal)) {
    throw invalidParameterValue(
      'The provided principal was invalid. Please check the principal and try again.',
    );
  }
  if (principal === '*' || /^(\d{12}$|arn:)/.test(principal)) return awsPrincipal(principal, partition);
  return { Service: principal };
}

interface Conditions {
  readonly SourceArn?: string | undefined;
  readonly SourceAccount?: string | undefined;
  readonly EventSourceToken?: string | undefined;
  readonly FunctionUrlAuthType?: string | undefined;
  readonly PrincipalOrgID?: string | undefined;
  readonly InvokedViaFunctionUrl?: boolean | undefined;
}

/** Undefined when nothing is asked for. */
export function toCondition(input: Conditions): PolicyStatement['Condition'] {
  const equal = given({
    'AWS:SourceAccount': input.SourceAccount,
    'lambda:EventSourceToken': input.EventSourceToken,
    'lambda:FunctionUrlAuthType': input.FunctionUrlAuthType,
    'aws:PrincipalOrgID': input.PrincipalOrgID,
  });
  const via = input.InvokedViaFunctionUrl;
  const bool = given({ 'lambda:InvokedViaFunctionUrl': via === undefined ? undefined : String(via) });
  const like = given({ 'AWS:SourceArn': input.SourceArn });
  const condition = {
    ...(equal && { StringEquals: equal }),
    ...(bool && { Bool: bool }),
    ...(like && { ArnLike: like }),
  };
  return Object.keys(condition).length > 0 ? condition : undefined;
}

function given(values: Record<string, string | undefined>): Record<string, string> | undefined {
  const found = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}
