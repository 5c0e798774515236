import { parseArn, partitionOf } from '../../../shared/arn.ts';
import type { RequestContext } from '../service.ts';
import { badRequest, notFound } from './errors.ts';
import type { RegistryKey, RegistryRecord, SchemaKey, SchemaRecord, VersionRecord } from './records.ts';
import type { SchemasRepository } from './repository.ts';
import { isRegistryName, isSchemaName, readVersion } from './rules/constraints.ts';

type Place = Pick<RequestContext, 'accountId' | 'region'>;

const prefix = ({ accountId, region }: Place): string =>
  `arn:${partitionOf(region)}:schemas:${region}:${accountId}`;

export function registryArn(registry: RegistryKey): string {
  return `${prefix(registry)}:registry/${registry.name}`;
}

export function schemaArn(schema: SchemaKey): string {
  return `${prefix(schema)}:schema/${schema.registry}/${schema.name}`;
}

export function findRegistryOrThrow(
  repository: SchemasRepository,
  name: string,
  { accountId, region }: Place,
): RegistryRecord {
  const registry = repository.findRegistry({ accountId, region, name });
  if (!registry) throw notFound(`Registry with name ${name}`);
  return registry;
}

export function findSchemaOrThrow(
  repository: SchemasRepository,
  input: { readonly RegistryName: string; readonly SchemaName: string },
  { accountId, region }: Place,
): SchemaRecord {
  const key = { accountId, region, registry: input.RegistryName, name: input.SchemaName };
  const schema = repository.findSchema(key);
  if (!schema) throw notFound(`Schema with name ${input.SchemaName} in registry ${input.RegistryName}`);
  return schema;
}

/** The version asked for, or the newest. */
export function findVersionOrThrow(
  repository: SchemasRepository,
  schema: SchemaRecord,
  text: string | undefined,
): VersionRecord {
  const number = text === undefined ? undefined : readVersion(text);
  const version =
    number === undefined ? repository.newestVersion(schema) : repository.findVersion(schema, number);
  if (!version) throw notFound(`Version ${text ?? schema.latest} of schema ${schema.name}`);
  return version;
}

export type Tagged =
  | { readonly kind: 'registry'; readonly record: RegistryRecord }
  | { readonly kind: 'schema'; readonly record: SchemaRecord };

/** Registries and schemas have tags. */
export function findTagged(repository: SchemasRepository, arn: string, context: Place): Tagged {
  const parsed = parseArn(arn);
  const [kind, first = '', second, ...rest] = parsed?.resource.split('/') ?? [];
  const isOurs = parsed?.service === 'schemas' && rest.length === 0;
  if (isOurs && kind === 'registry' && isRegistryName(first) && second === undefined) {
    assertPlace(parsed, arn, context);
    return { kind, record: findRegistryOrThrow(repository, first, context) };
  }
  if (isOurs && kind === 'schema' && isRegistryName(first) && isSchemaName(second ?? '')) {
    assertPlace(parsed, arn, context);
    const names = { RegistryName: first, SchemaName: second ?? '' };
    return { kind, record: findSchemaOrThrow(repository, names, context) };
  }
  throw badRequest(`${arn} is not the ARN of a registry or schema.`);
}

function assertPlace(parsed: { account: string; region: string }, arn: string, context: Place): void {
  if (parsed.account !== context.accountId || parsed.region !== context.region)
    throw notFound(`Resource ${arn}`);
}
