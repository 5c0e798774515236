import type { GetSessionTokenRequest, GetSessionTokenResponse } from '@aws-sdk/client-sts';
import { notImplemented } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { callerIdentity } from '../caller.ts';
import type { StsParts } from '../parts.ts';
import { openSession, readDuration } from '../sessions.ts';

/** Keys for the caller itself. */
export function getSessionToken(
  parts: StsParts,
): Operation<Given<GetSessionTokenRequest>, GetSessionTokenResponse> {
  return (input, context) => {
    if (input.SerialNumber !== undefined || input.TokenCode !== undefined)
      throw notImplemented('Multi-factor authentication');
    const seconds = readDuration(input.DurationSeconds, 43_200, 129_600);
    const { accessKeyId, userId } = callerIdentity(context);
    const { accountId } = context;
    const arn = `arn:aws:iam::${accountId}:user/${accessKeyId}`;
    return { Credentials: openSession(parts, { accountId, arn, userId }, seconds) };
  };
}
