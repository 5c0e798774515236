import type {
  ListFunctionVersionsByCapacityProviderRequest,
  ListFunctionVersionsByCapacityProviderResponse,
} from '@aws-sdk/client-lambda';
import type { Given, Operation } from '../../service.ts';
import { findProviderOrThrow, providerArn } from '../capacity-providers.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { shortPagingConstraints } from '../rules/function-constraints.ts';

/** None: a function cannot be put on a provider here. */
export function listFunctionVersionsByCapacityProvider(
  parts: LambdaParts,
): Operation<
  Given<ListFunctionVersionsByCapacityProviderRequest>,
  ListFunctionVersionsByCapacityProviderResponse
> {
  return (input, context) => {
    assertConstraints(shortPagingConstraints, input);
    const record = findProviderOrThrow(parts, input.CapacityProviderName, context);
    return { CapacityProviderArn: providerArn(record), FunctionVersions: [] };
  };
}
