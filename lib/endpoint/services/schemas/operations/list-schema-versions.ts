import type { ListSchemaVersionsRequest, ListSchemaVersionsResponse } from '@aws-sdk/client-schemas';
import type { Given, Operation } from '../../service.ts';
import { findSchemaOrThrow, schemaArn } from '../names.ts';
import type { SchemasParts } from '../parts.ts';
import { readPaging, readVersion, toPage } from '../rules/constraints.ts';

export function listSchemaVersions({
  repository,
}: SchemasParts): Operation<Given<ListSchemaVersionsRequest>, ListSchemaVersionsResponse> {
  return (input, context) => {
    const { after, size } = readPaging(input);
    const schema = findSchemaOrThrow(repository, input, context);
    const found = repository.pageOfVersions(schema, after === '' ? 0 : readVersion(after), size + 1);
    const { page, next } = toPage(found, size, ({ version }) => `${version}`);
    return {
      SchemaVersions: page.map(({ version, type }) => ({
        SchemaArn: schemaArn(schema),
        SchemaName: schema.name,
        SchemaVersion: `${version}`,
        Type: type,
      })),
      ...next,
    };
  };
}
