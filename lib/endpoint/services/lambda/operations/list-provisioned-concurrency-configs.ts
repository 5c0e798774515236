import type {
  ListProvisionedConcurrencyConfigsCommandInput,
  ListProvisionedConcurrencyConfigsResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { findFunctionOrThrow } from '../function-access.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { shortPagingConstraints } from '../rules/function-constraints.ts';

/** Provisioned concurrency cannot be asked for yet, so every function has none. */
export function listProvisionedConcurrencyConfigs(
  parts: LambdaParts,
): Operation<ListProvisionedConcurrencyConfigsCommandInput, ListProvisionedConcurrencyConfigsResponse> {
  return (input, context) => {
    assertConstraints(shortPagingConstraints, input);
    const target = resolveTarget(input, context, 'ListProvisionedConcurrencyConfigs');
    findFunctionOrThrow(parts.repository, { ...target, qualifier: undefined });
    return { ProvisionedConcurrencyConfigs: [] };
  };
}
