import type { Type } from '@aws-sdk/client-schemas';
import type { Database, SqlRow } from '../../store/database.ts';
import type { RegistryKey, RegistryRecord, SchemaKey, SchemaRecord, VersionRecord } from './records.ts';

interface RegistryRow extends SqlRow {
  account_id: string;
  region: string;
  name: string;
  description: string;
  tags: string;
}

interface SchemaRow extends SqlRow {
  account_id: string;
  region: string;
  registry: string;
  name: string;
  type: string;
  description: string;
  tags: string;
  latest: number;
  modified_ms: number;
}

interface VersionRow extends SqlRow {
  account_id: string;
  region: string;
  registry: string;
  name: string;
  version: number;
  type: string;
  content: string;
  client_token: string | null;
  created_ms: number;
}

interface Place {
  readonly accountId: string;
  readonly region: string;
}

const registryKey = ({ accountId, region, name }: RegistryKey) => ({ accountId, region, name });
const schemaKey = ({ accountId, region, registry, name }: SchemaKey) => ({
  accountId,
  region,
  registry,
  name,
});
const place = 'account_id = :accountId AND region = :region';
const sameSchema = `${place} AND registry = :registry AND name = :name`;
const startsWith = 'substr(name, 1, length(:prefix)) = :prefix';

export type SchemasRepository = ReturnType<typeof createSchemasRepository>;

/** The tables of registries. Every method is one statement; callers put several in one transaction. */
export function createSchemasRepository(database: Database) {
  return { ...registryTable(database), ...schemaTable(database), ...versionTable(database) };
}

function registryTable(database: Database) {
  return {
    findRegistry(key: RegistryKey): RegistryRecord | undefined {
      const row = database
        .statement<RegistryRow>(`SELECT * FROM schemas_registry WHERE ${place} AND name = :name`)
        .get(registryKey(key));
      return row && toRegistry(row);
    },
    putRegistry(registry: RegistryRecord): void {
      database
        .statement(
          `INSERT INTO schemas_registry (account_id, region, name, description, tags)
           VALUES (:accountId, :region, :name, :description, :tags)
           ON CONFLICT DO UPDATE SET description = excluded.description, tags = excluded.tags`,
        )
        .run({ ...registry, tags: JSON.stringify(registry.tags) });
    },
    deleteRegistry(key: RegistryKey): void {
      database
        .statement(`DELETE FROM schemas_registry WHERE ${place} AND name = :name`)
        .run(registryKey(key));
    },
    countRegistries({ accountId, region }: Place): number {
      const row = database
        .statement<{ count: number }>(`SELECT COUNT(*) AS count FROM schemas_registry WHERE ${place}`)
        .get({ accountId, region });
      return row?.count ?? 0;
    },
    pageOfRegistries({ accountId, region }: Place, prefix: string, after: string, countMax: number) {
      return database
        .statement<RegistryRow>(
          `SELECT * FROM schemas_registry WHERE ${place} AND name > :after AND ${startsWith}
           ORDER BY name LIMIT :countMax`,
        )
        .all({ accountId, region, prefix, after, countMax })
        .map(toRegistry);
    },
  };
}

function schemaTable(database: Database) {
  return {
    findSchema(key: SchemaKey): SchemaRecord | undefined {
      const row = database
        .statement<SchemaRow>(`SELECT * FROM schemas_schema WHERE ${sameSchema}`)
        .get(schemaKey(key));
      return row && toSchema(row);
    },
    putSchema(schema: SchemaRecord): void {
      database
        .statement(
          `INSERT INTO schemas_schema (account_id, region, registry, name, type, description, tags, latest, modified_ms)
           VALUES (:accountId, :region, :registry, :name, :type, :description, :tags, :latest, :modifiedMs)
           ON CONFLICT DO UPDATE SET type = excluded.type, description = excluded.description, tags = excluded.tags,
             latest = excluded.latest, modified_ms = excluded.modified_ms`,
        )
        .run({ ...schema, tags: JSON.stringify(schema.tags) });
    },
    deleteSchema(key: SchemaKey): void {
      database.statement(`DELETE FROM schemas_schema WHERE ${sameSchema}`).run(schemaKey(key));
    },
    pageOfSchemas(
      { accountId, region, name }: RegistryKey,
      prefix: string,
      after: string,
      countMax: number,
    ): SchemaRecord[] {
      return database
        .statement<SchemaRow>(
          `SELECT * FROM schemas_schema WHERE ${place} AND registry = :registry AND name > :after AND ${startsWith}
           ORDER BY name LIMIT :countMax`,
        )
        .all({ accountId, region, registry: name, prefix, after, countMax })
        .map(toSchema);
    },
  };
}

function versionTable(database: Database) {
  return {
    findVersion(key: SchemaKey, version: number): VersionRecord | undefined {
      const row = database
        .statement<VersionRow>(`SELECT * FROM schemas_version WHERE ${sameSchema} AND version = :version`)
        .get({ ...schemaKey(key), version });
      return row && toVersion(row);
    },
    newestVersion(key: SchemaKey): VersionRecord | undefined {
      const row = database
        .statement<VersionRow>(
          `SELECT * FROM schemas_version WHERE ${sameSchema} ORDER BY version DESC LIMIT 1`,
        )
        .get(schemaKey(key));
      return row && toVersion(row);
    },
    insertVersion(version: VersionRecord): void {
      database
        .statement(
          `INSERT INTO schemas_version (account_id, region, registry, name, version, type, content, client_token, created_ms)
           VALUES (:accountId, :region, :registry, :name, :version, :type, :content, :clientToken, :createdMs)`,
        )
        .run({ ...version, clientToken: version.clientToken ?? null });
    },
    deleteVersion(key: SchemaKey, version: number): void {
      database
        .statement(`DELETE FROM schemas_version WHERE ${sameSchema} AND version = :version`)
        .run({ ...schemaKey(key), version });
    },
    deleteVersionsOf(key: SchemaKey): void {
      database.statement(`DELETE FROM schemas_version WHERE ${sameSchema}`).run(schemaKey(key));
    },
    countVersions(key: SchemaKey): number {
      const row = database
        .statement<{ count: number }>(`SELECT COUNT(*) AS count FROM schemas_version WHERE ${sameSchema}`)
        .get(schemaKey(key));
      return row?.count ?? 0;
    },
    /** Oldest first. */
    pageOfVersions(key: SchemaKey, after: number, countMax: number): VersionRecord[] {
      return database
        .statement<VersionRow>(
          `SELECT * FROM schemas_version WHERE ${sameSchema} AND version > :after ORDER BY version LIMIT :countMax`,
        )
        .all({ ...schemaKey(key), after, countMax })
        .map(toVersion);
    },
  };
}

function toRegistry(row: RegistryRow): RegistryRecord {
  return {
    accountId: row.account_id,
    region: row.region,
    name: row.name,
    description: row.description,
    tags: JSON.parse(row.tags) as Record<string, string>,
  };
}

function toSchema(row: SchemaRow): SchemaRecord {
  return {
    accountId: row.account_id,
    region: row.region,
    registry: row.registry,
    name: row.name,
    type: toType(row.type),
    description: row.description,
    tags: JSON.parse(row.tags) as Record<string, string>,
    latest: row.latest,
    modifiedMs: row.modified_ms,
  };
}

function toVersion(row: VersionRow): VersionRecord {
  return {
    accountId: row.account_id,
    region: row.region,
    registry: row.registry,
    name: row.name,
    version: row.version,
    type: toType(row.type),
    content: row.content,
    ...(row.client_token !== null && { clientToken: row.client_token }),
    createdMs: row.created_ms,
  };
}

function toType(type: string): Type {
  return type === 'OpenApi3' ? 'OpenApi3' : 'JSONSchemaDraft4';
}
