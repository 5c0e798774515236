import type { GetCallerIdentityRequest, GetCallerIdentityResponse } from '@aws-sdk/client-sts';
import { createHash } from 'node:crypto';
import type { Given, Operation } from '../../service.ts';

/** Every access key is a user of its account, named after the key; the same key is always the same user. */
export const getCallerIdentity: Operation<Given<GetCallerIdentityRequest>, GetCallerIdentityResponse> = (
  _input,
  { accountId, headers },
) => {
  const accessKeyId = /Credential=([\w-]{1,128})\//.exec(headers.authorization ?? '')?.[1] ?? 'anonymous';
  return {
    UserId: userId(accessKeyId),
    Account: accountId,
    Arn: `arn:aws:iam::${accountId}:user/${accessKeyId}`,
  };
};

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Has the form of an IAM user's unique id. */
function userId(accessKeyId: string): string {
  const digest = createHash('sha256').update(accessKeyId).digest().subarray(0, 17);
  return `AIDA${Array.from(digest, (byte) => alphabet.charAt(byte % 32)).join('')}`;
}
