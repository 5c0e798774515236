import { isAllowedBy } from './ip-ranges.ts';
import { matchesWildcards } from '../shared/authorizer-policy.ts';
import { methodArn } from './integration-lambda.ts';
import type { MethodCall } from './rest-call.ts';

export type PolicyVerdict = 'allow' | 'deny' | 'silent';

type Statement = Readonly<Record<string, unknown>>;

/**
 * What an API's resource policy says to a call; undefined where there is no policy.
 *
 * Of conditions it knows texts, ARNs and addresses, and whether a value is there. One that it does not know, by its
 * operator or its key, fits every denial and no permission.
 */
export function askResourcePolicy(call: MethodCall): PolicyVerdict | undefined {
  const { policy, endpointConfiguration } = call.snapshot.settings;
  // A private API is closed to all that its policy does not let in.
  const isPrivate = endpointConfiguration?.types?.includes('PRIVATE') === true;
  if (policy === undefined || policy === '') return isPrivate ? 'silent' : undefined;
  const statements = readStatements(policy);
  // A policy that cannot be read lets nobody in.
  if (!statements) return 'deny';
  const arn = methodArn(call);
  let verdict: PolicyVerdict = 'silent';
  for (const statement of statements) {
    const isDenial = statement['Effect'] !== 'Allow';
    if (!isMeant(statement, arn, call) || !fitsConditions(statement['Condition'], call, isDenial)) continue;
    if (isDenial) return 'deny';
    verdict = 'allow';
  }
  return verdict;
}

/** Policies are kept as they were sent: as JSON, or with its quotes escaped. */
function readStatements(policy: string): Statement[] | undefined {
  for (const text of [policy, policy.replaceAll(String.raw`\"`, '"')]) {
    try {
      const { Statement: given } = JSON.parse(text) as { Statement?: unknown };
      const list = Array.isArray(given) ? given : [given];
      return list.filter((one): one is Statement => typeof one === 'object' && one !== null);
    } catch {
      continue;
    }
  }
  return undefined;
}

function isMeant(statement: Statement, arn: string, call: MethodCall): boolean {
  const isInvoke = (action: string): boolean => matchesWildcards(action.toLowerCase(), 'execute-api:invoke');
  const otherActions = listOf(statement['NotAction']);
  const isAction =
    listOf(statement['Action']).some(isInvoke) || (otherActions.length > 0 && !otherActions.some(isInvoke));
  // Resources may be written from the API on: `execute-api:/stage/verb/path`.
  const own = `execute-api:/${arn.slice(arn.indexOf('/') + 1)}`;
  const fits = (resource: string): boolean =>
    matchesWildcards(resource, arn) || matchesWildcards(resource, own);
  const resources = listOf(statement['Resource']);
  const others = listOf(statement['NotResource']);
  const isResource = resources.length > 0 ? resources.some(fits) : others.length > 0 && !others.some(fits);
  // Only denials may name whom they are not for.
  const isPrincipal =
    statement['NotPrincipal'] === undefined
      ? fitsPrincipal(statement['Principal'], call)
      : statement['Effect'] !== 'Allow' && !fitsPrincipal(statement['NotPrincipal'], call);
  return isAction && isResource && isPrincipal;
}

function fitsPrincipal(principal: unknown, { learned }: MethodCall): boolean {
  if (principal === '*') return true;
  if (typeof principal !== 'object' || principal === null) return false;
  return listOf((principal as Record<string, unknown>)['AWS']).some((one) => {
    if (one === '*') return true;
    const account = learned.iam?.accountId;
    return account !== undefined && (one === account || one.split(':')[4] === account);
  });
}

function fitsConditions(conditions: unknown, call: MethodCall, isDenial: boolean): boolean {
  if (conditions === undefined) return true;
  if (typeof conditions !== 'object' || conditions === null) return isDenial;
  return Object.entries(conditions as Record<string, Record<string, unknown>>).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => {
      const read = readers[key.toLowerCase()];
      return (read && judge(operator, listOf(wanted), read(call))) ?? isDenial;
    }),
  );
}

type Judge = (wanted: readonly string[], value: string) => boolean;

const isOneOf: Judge = (wanted, value) => wanted.includes(value);
const isLike: Judge = (wanted, value) => wanted.some((pattern) => matchesWildcards(pattern, value));
const not =
  (judged: Judge): Judge =>
  (wanted, value) =>
    !judged(wanted, value);

const judges: Readonly<Record<string, Judge>> = {
  StringEquals: isOneOf,
  ArnEquals: isOneOf,
  StringNotEquals: not(isOneOf),
  ArnNotEquals: not(isOneOf),
  StringLike: isLike,
  ArnLike: isLike,
  StringNotLike: not(isLike),
  ArnNotLike: not(isLike),
  IpAddress: isAllowedBy,
  NotIpAddress: not(isAllowedBy),
};

/** Undefined for an operator that is not known. A value that is missing fits what is denied, and `…IfExists`. */
function judge(operator: string, wanted: readonly string[], value: string | undefined): boolean | undefined {
  if (operator === 'Null') return wanted.includes(String(value === undefined));
  const name = operator.replace(/IfExists$/, '');
  const judged = Object.hasOwn(judges, name) ? judges[name] : undefined;
  if (!judged) return undefined;
  return value === undefined ? name !== operator || name.includes('Not') : judged(wanted, value);
}

/** By the condition's key in lower case. */
const readers: Readonly<Record<string, (call: MethodCall) => string | undefined>> = {
  'aws:sourceip': (call) => call.sourceIp,
  'aws:sourcevpce': (call) => call.vpcEndpointId,
  'aws:sourcevpc': (call) => call.vpcId,
  'aws:principalaccount': (call) => call.learned.iam?.accountId,
};

function listOf(value: unknown): string[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}
