import type { GetCallerIdentityRequest, GetCallerIdentityResponse } from '@aws-sdk/client-sts';
import type { Given, Operation } from '../../service.ts';
import { callerIdentity } from '../caller.ts';

/** Every access key is a user of its account, named after the key. */
export const getCallerIdentity: Operation<Given<GetCallerIdentityRequest>, GetCallerIdentityResponse> = (
  _input,
  context,
) => {
  const { accessKeyId, userId } = callerIdentity(context);
  return {
    UserId: userId,
    Account: context.accountId,
    Arn: `arn:aws:iam::${context.accountId}:user/${accessKeyId}`,
  };
};
