import type {
  CreateSchemaResponse,
  DescribeRegistryResponse,
  RegistrySummary,
  SchemaSummary,
} from '@aws-sdk/client-schemas';
import { registryArn, schemaArn } from './names.ts';
import type { RegistryRecord, SchemaRecord, VersionRecord } from './records.ts';

/** A registry as DescribeRegistry shows it. */
export function toRegistryView(registry: RegistryRecord): DescribeRegistryResponse {
  return {
    ...toRegistrySummary(registry),
    ...(registry.description && { Description: registry.description }),
  };
}

/** A registry as lists show it. */
export function toRegistrySummary(registry: RegistryRecord): RegistrySummary {
  return { RegistryArn: registryArn(registry), RegistryName: registry.name, Tags: { ...registry.tags } };
}

/** A schema with one version, as changes of it answer. */
export function toSchemaView(schema: SchemaRecord, version: VersionRecord): CreateSchemaResponse {
  return {
    ...(schema.description && { Description: schema.description }),
    LastModified: new Date(schema.modifiedMs),
    SchemaArn: schemaArn(schema),
    SchemaName: schema.name,
    SchemaVersion: `${version.version}`,
    Tags: { ...schema.tags },
    Type: version.type,
    VersionCreatedDate: new Date(version.createdMs),
  };
}

/** A schema as lists show it. */
export function toSchemaSummary(schema: SchemaRecord, versionCount: number): SchemaSummary {
  return {
    LastModified: new Date(schema.modifiedMs),
    SchemaArn: schemaArn(schema),
    SchemaName: schema.name,
    Tags: { ...schema.tags },
    VersionCount: versionCount,
  };
}
