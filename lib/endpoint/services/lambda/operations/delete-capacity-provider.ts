import type { DeleteCapacityProviderRequest, DeleteCapacityProviderResponse } from '@aws-sdk/client-lambda';
import type { Given, Operation } from '../../service.ts';
import {
  capacityProviderKind,
  findProviderOrThrow,
  providerArn,
  providerOutput,
} from '../capacity-providers.ts';
import { resourceConflict } from '../errors.ts';
import type { LambdaParts } from '../parts.ts';

/** Refused while a function is on it; AWS's words for that are unconfirmed. */
export function deleteCapacityProvider(
  parts: LambdaParts,
): Operation<Given<DeleteCapacityProviderRequest>, DeleteCapacityProviderResponse> {
  const { repository } = parts;
  return (input, context) =>
    repository.transaction(() => {
      const record = findProviderOrThrow(parts, input.CapacityProviderName, context);
      const first = { after: '', countMax: 1 };
      const [user] = repository.options.pageOfHolders(record, 'capacityProvider', providerArn(record), first);
      if (user !== undefined) {
        throw resourceConflict(
          `The capacity provider is in use by the function ${user}. Delete the versions that are on it, then delete it.`,
        );
      }
      repository.resources.remove(capacityProviderKind, record);
      return { CapacityProvider: providerOutput(record, 'Deleting') };
    });
}
