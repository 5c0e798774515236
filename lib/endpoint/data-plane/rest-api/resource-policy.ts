import { isAllowedBy } from './ip-ranges.ts';
import { matchesWildcards } from '../shared/authorizer-policy.ts';
import { methodArn } from './integration-lambda.ts';
import type { MethodCall } from './rest-call.ts';

export type PolicyVerdict = 'allow' | 'deny' | 'silent';

type Statement = Readonly<Record<string, unknown>>;

/**
 * What an API's resource policy says to a call; undefined where there is no policy.
 *
 * Of conditions it knows texts, ARNs and addresses. One that it does not know fits every denial and no permission.
 */
export function askResourcePolicy(call: MethodCall): PolicyVerdict | undefined {
  const { policy } = call.snapshot.settings;
  if (policy === undefined || policy === '') return undefined;
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
  const isAction = listOf(statement['Action']).some((action) =>
    matchesWildcards(action.toLowerCase(), 'execute-api:invoke'),
  );
  // Resources may be written from the API on: `execute-api:/stage/verb/path`.
  const own = `execute-api:/${arn.slice(arn.indexOf('/') + 1)}`;
  const fits = (resource: string): boolean =>
    matchesWildcards(resource, arn) || matchesWildcards(resource, own);
  const resources = listOf(statement['Resource']);
  const others = listOf(statement['NotResource']);
  const isResource = resources.length > 0 ? resources.some(fits) : others.length > 0 && !others.some(fits);
  return isAction && isResource && fitsPrincipal(statement['Principal'], call);
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
      const value = conditionValue(call, key.toLowerCase());
      const known = judge(operator, listOf(wanted), value);
      return known ?? isDenial;
    }),
  );
}

function judge(operator: string, wanted: readonly string[], value: string | undefined): boolean | undefined {
  const name = operator.replace(/IfExists$/, '');
  if (value === undefined) {
    if (name !== operator) return true;
    return name.startsWith('Not') || name.includes('Not') ? true : false;
  }
  switch (name) {
    case 'StringEquals':
    case 'ArnEquals':
      return wanted.includes(value);
    case 'StringNotEquals':
    case 'ArnNotEquals':
      return !wanted.includes(value);
    case 'StringLike':
    case 'ArnLike':
      return wanted.some((pattern) => matchesWildcards(pattern, value));
    case 'StringNotLike':
    case 'ArnNotLike':
      return !wanted.some((pattern) => matchesWildcards(pattern, value));
    case 'IpAddress':
      return isAllowedBy(wanted, value);
    case 'NotIpAddress':
      return !isAllowedBy(wanted, value);
    default:
      return undefined;
  }
}

function conditionValue(call: MethodCall, key: string): string | undefined {
  if (key === 'aws:sourceip') return call.sourceIp;
  if (key === 'aws:sourcevpce') return call.vpcEndpointId;
  if (key === 'aws:principalaccount') return call.learned.iam?.accountId;
  return undefined;
}

function listOf(value: unknown): string[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}
