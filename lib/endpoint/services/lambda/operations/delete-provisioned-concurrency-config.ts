import type { DeleteProvisionedConcurrencyConfigCommandInput } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import type { LambdaParts } from '../parts.ts';
import { resolveProvisionedTarget } from '../provisioned-target.ts';

/** A success also where there is none [rec]. */
export function deleteProvisionedConcurrencyConfig(
  parts: LambdaParts,
): Operation<DeleteProvisionedConcurrencyConfigCommandInput, object> {
  return (input, context) => {
    const { key, qualifier } = resolveProvisionedTarget(
      parts.repository,
      input,
      context,
      'DeleteProvisionedConcurrencyConfig',
    );
    parts.repository.transaction(() => parts.provisioned.remove(key, qualifier ?? ''));
    return {};
  };
}
