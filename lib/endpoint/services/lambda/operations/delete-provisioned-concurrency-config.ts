import type { DeleteProvisionedConcurrencyConfigCommandInput } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import type { LambdaParts } from '../parts.ts';
import { resolveProvisionedTarget } from '../provisioned-target.ts';

/** A success also where there is none [rec]; and there is none, since it cannot be asked for yet. */
export function deleteProvisionedConcurrencyConfig(
  parts: LambdaParts,
): Operation<DeleteProvisionedConcurrencyConfigCommandInput, object> {
  return (input, context) => {
    resolveProvisionedTarget(parts.repository, input, context, 'DeleteProvisionedConcurrencyConfig');
    return {};
  };
}
