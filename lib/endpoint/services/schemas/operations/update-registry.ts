import type { UpdateRegistryRequest, UpdateRegistryResponse } from '@aws-sdk/client-schemas';
import type { Given, Operation } from '../../service.ts';
import { findRegistryOrThrow } from '../names.ts';
import { toRegistryView } from '../output.ts';
import type { SchemasParts } from '../parts.ts';
import { assertDescription } from '../rules/constraints.ts';

export function updateRegistry({
  repository,
  commits,
}: SchemasParts): Operation<Given<UpdateRegistryRequest>, UpdateRegistryResponse> {
  return async (input, context) => {
    assertDescription(input.Description);
    const registry = await commits.run(() => {
      const before = findRegistryOrThrow(repository, input.RegistryName, context);
      const after = { ...before, description: input.Description ?? before.description };
      repository.putRegistry(after);
      return after;
    });
    return toRegistryView(registry);
  };
}
