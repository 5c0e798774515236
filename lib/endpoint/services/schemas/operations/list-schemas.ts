import type { ListSchemasRequest, ListSchemasResponse } from '@aws-sdk/client-schemas';
import type { Given, Operation } from '../../service.ts';
import { findRegistryOrThrow } from '../names.ts';
import { toSchemaSummary } from '../output.ts';
import type { SchemasParts } from '../parts.ts';
import { readPaging, toPage } from '../rules/constraints.ts';

export function listSchemas({
  repository,
}: SchemasParts): Operation<Given<ListSchemasRequest>, ListSchemasResponse> {
  return (input, context) => {
    const { after, size } = readPaging(input);
    const registry = findRegistryOrThrow(repository, input.RegistryName, context);
    const found = repository.pageOfSchemas(registry, input.SchemaNamePrefix ?? '', after, size + 1);
    const { page, next } = toPage(found, size, ({ name }) => name);
    return {
      Schemas: page.map((schema) => toSchemaSummary(schema, repository.countVersions(schema))),
      ...next,
    };
  };
}
