import type { GetSecretValueRequest, GetSecretValueResponse } from '@aws-sdk/client-secrets-manager';
import type { Given, Operation } from '../../service.ts';
import type { SecretsParts } from '../parts.ts';
import { readSecret } from '../read-secret.ts';

export function getSecretValue(
  parts: SecretsParts,
): Operation<Given<GetSecretValueRequest>, GetSecretValueResponse> {
  return (input, context) =>
    readSecret(parts, context, {
      secret: input.SecretId,
      id: input.VersionId,
      stage: input.VersionStage,
    });
}
