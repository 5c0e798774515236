import type { CreateRegistryRequest, CreateRegistryResponse } from '@aws-sdk/client-schemas';
import type { Given, Operation } from '../../service.ts';
import { badRequest, conflict } from '../errors.ts';
import { toRegistryView } from '../output.ts';
import type { SchemasParts } from '../parts.ts';
import { assertDescription, assertRegistryName, mergeTags, registriesMax } from '../rules/constraints.ts';

export function createRegistry({
  repository,
  commits,
}: SchemasParts): Operation<Given<CreateRegistryRequest>, CreateRegistryResponse> {
  return async (input, { accountId, region }) => {
    assertRegistryName(input.RegistryName);
    assertDescription(input.Description);
    const key = { accountId, region, name: input.RegistryName };
    const registry = { ...key, description: input.Description ?? '', tags: mergeTags({}, input.Tags) };
    await commits.run(() => {
      if (repository.findRegistry(key)) throw conflict(`Registry with name ${key.name} already exists.`);
      if (repository.countRegistries(key) >= registriesMax)
        throw badRequest(`An account can have up to ${registriesMax} registries in a Region.`);
      repository.putRegistry(registry);
    });
    return toRegistryView(registry);
  };
}
