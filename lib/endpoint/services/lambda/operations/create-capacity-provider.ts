import type { CreateCapacityProviderRequest, CreateCapacityProviderResponse } from '@aws-sdk/client-lambda';
import type { Given, Operation } from '../../service.ts';
import {
  capacityProviderKind,
  createProviderSettings,
  providerArn,
  providerConstraints,
  providerKey,
  providerOutput,
  type ProviderRecord,
} from '../capacity-providers.ts';
import { resourceConflict } from '../errors.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { tagConstraints } from '../rules/function-constraints.ts';
import { mergeTags } from '../rules/tags.ts';

/** The answer shows the state in between; it is over at once, for no instance is started. */
export function createCapacityProvider(
  parts: LambdaParts,
): Operation<Given<CreateCapacityProviderRequest>, CreateCapacityProviderResponse> {
  const { repository, clock } = parts;
  return (input, context) => {
    assertConstraints(providerConstraints, input);
    assertConstraints(tagConstraints, input);
    const record: ProviderRecord = {
      ...providerKey(input.CapacityProviderName, context),
      document: createProviderSettings(input),
      tags: mergeTags({}, input.Tags ?? {}),
      modifiedMs: clock.now(),
    };
    repository.transaction(() => {
      if (repository.resources.find(capacityProviderKind, record))
        throw resourceConflict(`Capacity provider already exists: ${providerArn(record)}`);
      repository.resources.put(capacityProviderKind, record);
    });
    return { CapacityProvider: providerOutput(record, 'Pending') };
  };
}
