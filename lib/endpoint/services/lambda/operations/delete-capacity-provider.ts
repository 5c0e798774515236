import type { DeleteCapacityProviderRequest, DeleteCapacityProviderResponse } from '@aws-sdk/client-lambda';
import type { Given, Operation } from '../../service.ts';
import { capacityProviderKind, findProviderOrThrow, providerOutput } from '../capacity-providers.ts';
import type { LambdaParts } from '../parts.ts';

export function deleteCapacityProvider(
  parts: LambdaParts,
): Operation<Given<DeleteCapacityProviderRequest>, DeleteCapacityProviderResponse> {
  const { repository } = parts;
  return (input, context) =>
    repository.transaction(() => {
      const record = findProviderOrThrow(parts, input.CapacityProviderName, context);
      repository.resources.remove(capacityProviderKind, record);
      return { CapacityProvider: providerOutput(record, 'Deleting') };
    });
}
