import { parseArn } from '../../../shared/arn.ts';
import type { RequestContext } from '../service.ts';
import { accessDenied, accessDeniedWithoutWords, invalidParameterValue, resourceNotFound } from './errors.ts';
import type { FunctionKey } from './records.ts';
import { assertConstraints } from './rules/constraints.ts';
import { nameConstraints } from './rules/function-constraints.ts';

const nameLengthMax = 64;

/** Which function, and which of its versions, a caller means. */
export interface FunctionTarget {
  readonly key: FunctionKey;
  /** As given, in the name or beside it; absent when the caller gave none. */
  readonly qualifier: string | undefined;
}

type Place = Pick<RequestContext, 'accountId' | 'region'>;

export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return region.startsWith('eusc-') ? 'aws-eusc' : 'aws';
}

/** `arn:aws:lambda:R:ACC:function:FN`, with the qualifier when there is one. */
export function functionArn(key: FunctionKey, qualifier?: string): string {
  const arn = `arn:${partitionOf(key.region)}:lambda:${key.region}:${key.accountId}:function:${key.name}`;
  return qualifier === undefined ? arn : `${arn}:${qualifier}`;
}

interface SplitName {
  readonly region: string | undefined;
  readonly account: string | undefined;
  readonly name: string;
  readonly qualifier: string | undefined;
}

/** Splits a name, partial ARN or ARN (1.2). The text has passed the pattern of its operation. */
export function splitFunctionName(text: string): SplitName {
  const arn = parseArn(text);
  const rest = (arn ? arn.resource : text).split(':');
  let account = arn?.account;
  let region = arn?.region;
  // A partial ARN may start with the Region or the account; a name of 12 digits alone is a name.
  if (!arn && rest.length > 1 && /^[a-z-]+-\d$/.test(rest[0] ?? '')) region = rest.shift();
  if (!arn && rest.length > 1 && /^\d{12}$/.test(rest[0] ?? '')) account = rest.shift();
  // "arn:…:function" alone names a function called `function` [rec].
  if (rest.length > 1 && rest[0] === 'function') rest.shift();
  const [name = '', qualifier] = rest;
  return { region, account, name, qualifier };
}

interface Named {
  readonly FunctionName?: string | undefined;
  readonly Qualifier?: string | undefined;
}

type MayCall = (key: FunctionKey, qualifier: string | undefined) => boolean;

/**
 * The function a read, change or call is about: checks the names, then the Region and account of an ARN, then that
 * the two places for a qualifier agree. Says nothing about whether the function exists. Functions of other accounts
 * are out of reach unless `mayCall` says otherwise.
 */
export function resolveTarget(
  input: Named,
  context: Place,
  action: string,
  mayCall: MayCall = () => false,
): FunctionTarget {
  assertConstraints(nameConstraints, input);
  const split = splitFunctionName(input.FunctionName ?? '');
  const accountId = split.account ?? context.accountId;
  const key = { accountId, region: context.region, name: split.name };
  assertReachable(split, context);
  const qualifier = input.Qualifier ?? split.qualifier;
  if (accountId !== context.accountId && !mayCall(key, qualifier)) {
    throw accessDenied(context.accountId, action, functionArn(key));
  }
  if (split.qualifier !== undefined && input.Qualifier !== undefined && split.qualifier !== input.Qualifier) {
    throw invalidParameterValue(
      'The derived qualifier from the function name does not match the specified qualifier.',
    );
  }
  return { key, qualifier };
}

/** The key of a function about to be created. */
export function resolveNewName(functionName: string, context: Place): FunctionKey {
  const split = splitFunctionName(functionName);
  assertReachable(split, context);
  if (split.account !== undefined && split.account !== context.accountId) throw accessDeniedWithoutWords();
  if (split.name.length > nameLengthMax) {
    throw invalidParameterValue(
      `1 validation error detected: Value '${functionName}' at 'functionName' failed to satisfy constraint: Member must have length less than or equal to ${nameLengthMax}`,
    );
  }
  return { accountId: context.accountId, region: context.region, name: split.name };
}

function assertReachable(split: SplitName, context: Place): void {
  if (split.region === undefined || split.region === context.region) return;
  throw resourceNotFound(
    `Functions from '${split.region}' are not reachable in this region ('${context.region}')`,
  );
}
