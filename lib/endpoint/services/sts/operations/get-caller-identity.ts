import type { GetCallerIdentityRequest, GetCallerIdentityResponse } from '@aws-sdk/client-sts';
import type { Given, Operation } from '../../service.ts';
import { callerIdentity } from '../caller.ts';
import type { StsParts } from '../parts.ts';

/** A session's holder; every other access key is a user of its account, named after the key. */
export function getCallerIdentity({
  repository,
  environments,
  clock,
}: StsParts): Operation<Given<GetCallerIdentityRequest>, GetCallerIdentityResponse> {
  return (_input, context) => {
    const { accessKeyId, userId } = callerIdentity(context);
    const session = environments.find(accessKeyId) ?? repository.find(accessKeyId, clock.now());
    if (session) return { UserId: session.userId, Account: session.accountId, Arn: session.arn };
    return {
      UserId: userId,
      Account: context.accountId,
      Arn: `arn:aws:iam::${context.accountId}:user/${accessKeyId}`,
    };
  };
}
