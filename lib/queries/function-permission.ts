import 'server-only';
import { GetPolicyCommand } from '@aws-sdk/client-lambda';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import { functionOfArn } from '@/lib/domain/rest-api/backend';
import { readGrants } from '@/lib/queries/function-relations';
import type { Place } from '@/lib/routes';

/** Whether a function's policy lets an API call it. `unknown` where the policy may not be read, or names nobody. */
export type InvokePermission =
  | { readonly state: 'allowed'; readonly statementId: string }
  | { readonly state: 'missing' }
  | { readonly state: 'unknown'; readonly reason: string };

/**
 * Whether an ARN is like a pattern of `ArnLike`: asterisks take anything, question marks one character. Steps at most
 * length times length; a regular expression made of somebody's policy could take for ever.
 */
export function isArnLike(pattern: string, arn: string): boolean {
  let [at, from] = [0, 0];
  let star: { readonly next: number; taken: number } | undefined;
  while (from < arn.length) {
    if (pattern[at] === '*') {
      star = { next: at + 1, taken: from };
      at += 1;
    } else if (pattern[at] === '?' || pattern[at] === arn[from]) {
      at += 1;
      from += 1;
    } else if (star) {
      star.taken += 1;
      at = star.next;
      from = star.taken;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(at));
}

/**
 * Reads a function's policy and looks for a statement that covers one call. `call`: what follows the API's id in the
 * source ARN, e.g. `$default/GET/orders/1`. Conditions besides the source are not weighed.
 */
export async function getInvokePermission(
  place: Place,
  functionArn: string,
  apiId: string,
  call: string,
): Promise<InvokePermission> {
  await requireUser('viewer');
  if (functionArn.includes('${')) return { state: 'unknown', reason: functionArn };
  const { name, qualifier } = functionOfArn(functionArn);
  const [, partition = 'aws', , , account = ''] = functionArn.split(':');
  const source = `arn:${partition}:execute-api:${place.region}:${account}:${apiId}/${call}`;
  try {
    const { lambda } = await awsFor(place);
    const { Policy } = await lambda.send(
      new GetPolicyCommand({ FunctionName: name, Qualifier: qualifier || undefined }),
    );
    const grant = readGrants(Policy ?? '{}').find(
      ({ principal, sourceArn }) =>
        (principal === 'apigateway.amazonaws.com' || principal === '*') &&
        (sourceArn === undefined || isArnLike(sourceArn, source)),
    );
    return grant ? { state: 'allowed', statementId: grant.id } : { state: 'missing' };
  } catch (error) {
    const refusal = toConsoleError(error, { operation: 'lambda:GetPolicy' });
    // Without a policy there is nothing to find, and nobody is let in.
    if (refusal.kind === 'not-found') return { state: 'missing' };
    return { state: 'unknown', reason: refusal.message };
  }
}
