import type { ListRegistriesRequest, ListRegistriesResponse } from '@aws-sdk/client-schemas';
import type { Operation } from '../../service.ts';
import { badRequest } from '../errors.ts';
import { toRegistrySummary } from '../output.ts';
import type { SchemasParts } from '../parts.ts';
import { readPaging, toPage } from '../rules/constraints.ts';

export function listRegistries({
  repository,
}: SchemasParts): Operation<ListRegistriesRequest, ListRegistriesResponse> {
  return (input, context) => {
    const { after, size } = readPaging(input);
    const scope = input.Scope?.toUpperCase();
    if (scope !== undefined && scope !== 'LOCAL' && scope !== 'AWS')
      throw badRequest('Scope must be Local or AWS.');
    // AWS's own registry is not here; the index says so.
    if (scope === 'AWS') return { Registries: [] };
    const found = repository.pageOfRegistries(context, input.RegistryNamePrefix ?? '', after, size + 1);
    const { page, next } = toPage(found, size, ({ name }) => name);
    return { Registries: page.map(toRegistrySummary), ...next };
  };
}
