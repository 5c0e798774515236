import type { Database, SqlRow } from '../../store/database.ts';
import type { AliasRecord, KeyPlace, KeyRecord } from './records.ts';

interface KeyRow extends SqlRow {
  account_id: string;
  region: string;
  id: string;
  material: Uint8Array;
  description: string;
  tags: string;
  is_enabled: number;
  created_ms: number;
  deletion_ms: number | null;
}

interface AliasRow extends SqlRow {
  account_id: string;
  region: string;
  name: string;
  key_id: string;
  created_ms: number;
  modified_ms: number;
}

interface Page {
  readonly after: string;
  readonly countMax: number;
}

export type KmsRepository = ReturnType<typeof createKmsRepository>;

const here = 'account_id = :accountId AND region = :region';

/** KMS's tables. Every method is one statement; callers put several in one transaction. */
export function createKmsRepository(database: Database) {
  return {
    transaction: <T>(work: () => T) => database.transaction(work),
    ...keyTable(database),
    ...aliasTable(database),
  };
}

function keyTable(database: Database) {
  return {
    putKey(key: KeyRecord): void {
      database
        .statement(
          `INSERT INTO kms_key (account_id, region, id, material, description, tags, is_enabled, created_ms, deletion_ms)
           VALUES (:accountId, :region, :id, :material, :description, :tags, :isEnabled, :createdMs, :deletionMs)
           ON CONFLICT DO UPDATE SET description = excluded.description, tags = excluded.tags,
             is_enabled = excluded.is_enabled, deletion_ms = excluded.deletion_ms`,
        )
        .run({
          ...key,
          tags: JSON.stringify(key.tags),
          isEnabled: key.isEnabled ? 1 : 0,
          deletionMs: key.deletionMs ?? null,
        });
    },
    findKey({ accountId, region }: KeyPlace, id: string): KeyRecord | undefined {
      const row = database
        .statement<KeyRow>(`SELECT * FROM kms_key WHERE ${here} AND id = :id`)
        .get({ accountId, region, id });
      return row && toKey(row);
    },
    pageOfKeys({ accountId, region }: KeyPlace, page: Page): KeyRecord[] {
      return database
        .statement<KeyRow>(`SELECT * FROM kms_key WHERE ${here} AND id > :after ORDER BY id LIMIT :countMax`)
        .all({ accountId, region, ...page })
        .map(toKey);
    },
    /** With their aliases. */
    deleteKeysBefore(nowMs: number): void {
      database.statement('DELETE FROM kms_key WHERE deletion_ms <= :nowMs').run({ nowMs });
    },
  };
}

function aliasTable(database: Database) {
  return {
    putAlias(alias: AliasRecord): void {
      database
        .statement(
          `INSERT INTO kms_alias (account_id, region, name, key_id, created_ms, modified_ms)
           VALUES (:accountId, :region, :name, :keyId, :createdMs, :modifiedMs)
           ON CONFLICT DO UPDATE SET key_id = excluded.key_id, modified_ms = excluded.modified_ms`,
        )
        .run({ ...alias });
    },
    findAlias({ accountId, region }: KeyPlace, name: string): AliasRecord | undefined {
      const row = database
        .statement<AliasRow>(`SELECT * FROM kms_alias WHERE ${here} AND name = :name`)
        .get({ accountId, region, name });
      return row && toAlias(row);
    },
    deleteAlias({ accountId, region, name }: AliasRecord): void {
      database
        .statement(`DELETE FROM kms_alias WHERE ${here} AND name = :name`)
        .run({ accountId, region, name });
    },
    /** Of one key, or of all. */
    pageOfAliases({ accountId, region }: KeyPlace, keyId: string | null, page: Page): AliasRecord[] {
      return database
        .statement<AliasRow>(
          `SELECT * FROM kms_alias WHERE ${here} AND name > :after AND (:keyId IS NULL OR key_id = :keyId)
           ORDER BY name LIMIT :countMax`,
        )
        .all({ accountId, region, keyId, ...page })
        .map(toAlias);
    },
  };
}

function toKey(row: KeyRow): KeyRecord {
  return {
    accountId: row.account_id,
    region: row.region,
    id: row.id,
    material: row.material,
    description: row.description,
    tags: JSON.parse(row.tags) as Record<string, string>,
    isEnabled: row.is_enabled === 1,
    createdMs: row.created_ms,
    deletionMs: row.deletion_ms ?? undefined,
  };
}

function toAlias(row: AliasRow): AliasRecord {
  return {
    accountId: row.account_id,
    region: row.region,
    name: row.name,
    keyId: row.key_id,
    createdMs: row.created_ms,
    modifiedMs: row.modified_ms,
  };
}
