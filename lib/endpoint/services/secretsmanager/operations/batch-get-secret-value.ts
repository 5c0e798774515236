import type {
  BatchGetSecretValueRequest,
  BatchGetSecretValueResponse,
} from '@aws-sdk/client-secrets-manager';
import { notImplemented, ServiceError } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { invalidParameter, outOfBounds } from '../errors.ts';
import type { SecretsParts } from '../parts.ts';
import { readSecret } from '../read-secret.ts';

/** By ids: those that cannot be read are told beside the others. */
export function batchGetSecretValue(
  parts: SecretsParts,
): Operation<Given<BatchGetSecretValueRequest>, BatchGetSecretValueResponse> {
  return (input, context) => {
    if (input.Filters !== undefined) throw notImplemented('BatchGetSecretValue by filters');
    const ids = input.SecretIdList;
    if (!ids) throw invalidParameter('You must provide either SecretIdList or Filters.');
    if (ids.length < 1 || ids.length > 20)
      throw outOfBounds('secretIdList', 'Member must have length between 1 and 20');
    const values = [];
    const errors = [];
    for (const secret of ids) {
      try {
        values.push(readSecret(parts, context, { secret }));
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        errors.push({ SecretId: secret, ErrorCode: error.code, Message: error.message });
      }
    }
    return { SecretValues: values, Errors: errors };
  };
}
