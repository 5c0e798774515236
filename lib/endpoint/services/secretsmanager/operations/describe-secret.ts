import type { DescribeSecretRequest, DescribeSecretResponse } from '@aws-sdk/client-secrets-manager';
import type { Given, Operation } from '../../service.ts';
import { secretOutput } from '../output.ts';
import type { SecretsParts } from '../parts.ts';
import { findSecretOrThrow } from '../secrets.ts';

export function describeSecret(
  parts: SecretsParts,
): Operation<Given<DescribeSecretRequest>, DescribeSecretResponse> {
  return (input, context) => {
    const secret = findSecretOrThrow(parts, input.SecretId, context);
    const stages = parts.repository.stagesOf(secret);
    return { ...secretOutput(secret), ...(Object.keys(stages).length > 0 && { VersionIdsToStages: stages }) };
  };
}
