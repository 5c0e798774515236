import type { GetResourcePolicyRequest, GetResourcePolicyResponse } from '@aws-sdk/client-secrets-manager';
import type { Given, Operation } from '../../service.ts';
import type { SecretsParts } from '../parts.ts';
import { findSecretOrThrow, secretArn } from '../secrets.ts';

/** No secret has a policy: putting one is refused. */
export function getResourcePolicy(
  parts: SecretsParts,
): Operation<Given<GetResourcePolicyRequest>, GetResourcePolicyResponse> {
  return (input, context) => {
    const secret = findSecretOrThrow(parts, input.SecretId, context);
    return { ARN: secretArn(secret), Name: secret.name };
  };
}
