import type {
  SearchSchemasRequest,
  SearchSchemasResponse,
  SearchSchemaSummary,
} from '@aws-sdk/client-schemas';
import type { Given, Operation } from '../../service.ts';
import { badRequest } from '../errors.ts';
import { findRegistryOrThrow, schemaArn } from '../names.ts';
import type { SchemasParts } from '../parts.ts';
import type { SchemaRecord } from '../records.ts';
import { nextToken, readPaging, versionsMax } from '../rules/constraints.ts';

/** Looked at by one request; what lies behind them is for the next. */
const lookedAtMax = 1000;

export function searchSchemas({
  repository,
}: SchemasParts): Operation<Given<SearchSchemasRequest>, SearchSchemasResponse> {
  const toSummary = (schema: SchemaRecord): SearchSchemaSummary => ({
    RegistryName: schema.registry,
    SchemaArn: schemaArn(schema),
    SchemaName: schema.name,
    SchemaVersions: repository.pageOfVersions(schema, 0, versionsMax).map(({ version, type, createdMs }) => ({
      SchemaVersion: `${version}`,
      Type: type,
      CreatedDate: new Date(createdMs),
    })),
  });
  return (input, context) => {
    const { after, size } = readPaging(input);
    const words = input.Keywords.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) throw badRequest('Keywords must not be empty.');
    const registry = findRegistryOrThrow(repository, input.RegistryName, context);
    const found: SearchSchemaSummary[] = [];
    const schemas = repository.pageOfSchemas(registry, '', after, lookedAtMax);
    for (const schema of schemas) {
      const text = `${schema.name} ${repository.newestVersion(schema)?.content}`.toLowerCase();
      if (!words.every((word) => text.includes(word))) continue;
      found.push(toSummary(schema));
      if (found.length === size) return { Schemas: found, ...nextToken(schema.name) };
    }
    const last = schemas.at(-1);
    return { Schemas: found, ...(schemas.length === lookedAtMax && last && nextToken(last.name)) };
  };
}
