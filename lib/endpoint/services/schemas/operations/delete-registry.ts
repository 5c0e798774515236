import type { DeleteRegistryRequest } from '@aws-sdk/client-schemas';
import type { Given, Operation } from '../../service.ts';
import { badRequest } from '../errors.ts';
import { findRegistryOrThrow } from '../names.ts';
import type { SchemasParts } from '../parts.ts';

export function deleteRegistry({
  repository,
  commits,
}: SchemasParts): Operation<Given<DeleteRegistryRequest>, object> {
  return async (input, context) => {
    await commits.run(() => {
      const registry = findRegistryOrThrow(repository, input.RegistryName, context);
      if (repository.pageOfSchemas(registry, '', '', 1).length > 0)
        throw badRequest(`Registry ${registry.name} has schemas. Delete them first.`);
      repository.deleteRegistry(registry);
    });
    return {};
  };
}
