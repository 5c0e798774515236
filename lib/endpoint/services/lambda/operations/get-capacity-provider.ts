import type { GetCapacityProviderRequest, GetCapacityProviderResponse } from '@aws-sdk/client-lambda';
import type { Given, Operation } from '../../service.ts';
import { findProviderOrThrow, providerOutput } from '../capacity-providers.ts';
import type { LambdaParts } from '../parts.ts';

export function getCapacityProvider(
  parts: LambdaParts,
): Operation<Given<GetCapacityProviderRequest>, GetCapacityProviderResponse> {
  return (input, context) => ({
    CapacityProvider: providerOutput(findProviderOrThrow(parts, input.CapacityProviderName, context)),
  });
}
