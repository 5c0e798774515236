import type { Database, SqlRow } from '../../store/database.ts';
import type { SecretPlace, SecretRecord, VersionRecord } from './records.ts';

interface SecretRow extends SqlRow {
  account_id: string;
  region: string;
  name: string;
  suffix: string;
  description: string | null;
  kms_key: string | null;
  tags: string;
  created_ms: number;
  changed_ms: number;
  accessed_ms: number | null;
  deleted_ms: number | null;
  deletion_ms: number | null;
}

interface VersionRow extends SqlRow {
  id: string;
  sealed: Uint8Array;
  is_binary: number;
  key_arn: string;
  stages: string;
  created_ms: number;
  accessed_ms: number | null;
}

type SecretKey = Pick<SecretRecord, 'accountId' | 'region' | 'name'>;

/** Columns a listing can go by; each has an index, or is the primary key. */
export type SecretOrder = 'name' | 'created' | 'changed';

export interface SecretPage {
  readonly order: SecretOrder;
  readonly isDescending: boolean;
  /** Of the last one shown; a number for the orders by time. */
  readonly after: { readonly key: string | number; readonly name: string } | undefined;
  readonly countMax: number;
}

export type SecretsRepository = ReturnType<typeof createSecretsRepository>;

const here = 'account_id = :accountId AND region = :region';
const columns = { name: 'name', created: 'created_ms', changed: 'changed_ms' } as const;

/** The tables of Secrets Manager. Every method is one statement; callers put several in one transaction. */
export function createSecretsRepository(database: Database) {
  return {
    transaction: <T>(work: () => T) => database.transaction(work),
    ...secretTable(database),
    ...versionTable(database),
  };
}

function secretTable(database: Database) {
  return {
    putSecret(secret: SecretRecord): void {
      database
        .statement(
          `INSERT INTO secretsmanager_secret (account_id, region, name, suffix, description, kms_key, tags, created_ms,
             changed_ms, accessed_ms, deleted_ms, deletion_ms)
           VALUES (:accountId, :region, :name, :suffix, :description, :kmsKey, :tags, :createdMs, :changedMs, :accessedMs,
             :deletedMs, :deletionMs)
           ON CONFLICT DO UPDATE SET description = excluded.description, kms_key = excluded.kms_key, tags = excluded.tags,
             changed_ms = excluded.changed_ms, accessed_ms = excluded.accessed_ms, deleted_ms = excluded.deleted_ms,
             deletion_ms = excluded.deletion_ms`,
        )
        .run({
          ...secret,
          description: secret.description ?? null,
          kmsKey: secret.kmsKey ?? null,
          tags: JSON.stringify(secret.tags),
          accessedMs: secret.accessedMs ?? null,
          deletedMs: secret.deletedMs ?? null,
          deletionMs: secret.deletionMs ?? null,
        });
    },
    findSecret({ accountId, region, name }: SecretKey): SecretRecord | undefined {
      const row = database
        .statement<SecretRow>(`SELECT * FROM secretsmanager_secret WHERE ${here} AND name = :name`)
        .get({ accountId, region, name });
      return row && toSecret(row);
    },
    /** With its versions. */
    deleteSecret({ accountId, region, name }: SecretKey): void {
      database
        .statement(`DELETE FROM secretsmanager_secret WHERE ${here} AND name = :name`)
        .run({ accountId, region, name });
    },
    deleteSecretsBefore(nowMs: number): void {
      database.statement('DELETE FROM secretsmanager_secret WHERE deletion_ms <= :nowMs').run({ nowMs });
    },
    pageOfSecrets({ accountId, region }: SecretPlace, page: SecretPage): SecretRecord[] {
      const column = columns[page.order];
      const [than, way] = page.isDescending ? ['<', 'DESC'] : ['>', 'ASC'];
      const after = page.after ? `AND (${column}, name) ${than} (:key, :name)` : '';
      return database
        .statement<SecretRow>(
          `SELECT * FROM secretsmanager_secret WHERE ${here} ${after}
           ORDER BY ${column} ${way}, name ${way} LIMIT :countMax`,
        )
        .all({ accountId, region, countMax: page.countMax, ...page.after })
        .map(toSecret);
    },
  };
}

function versionTable(database: Database) {
  return {
    putVersion({ accountId, region, name }: SecretKey, version: VersionRecord): void {
      database
        .statement(
          `INSERT INTO secretsmanager_version (account_id, region, name, id, sealed, is_binary, key_arn, stages, created_ms,
             accessed_ms)
           VALUES (:accountId, :region, :name, :id, :sealed, :isBinary, :keyArn, :stages, :createdMs, :accessedMs)
           ON CONFLICT DO UPDATE SET sealed = excluded.sealed, key_arn = excluded.key_arn, stages = excluded.stages,
             accessed_ms = excluded.accessed_ms`,
        )
        .run({
          accountId,
          region,
          name,
          ...version,
          isBinary: version.isBinary ? 1 : 0,
          stages: JSON.stringify(version.stages),
          accessedMs: version.accessedMs ?? null,
        });
    },
    /** All of a secret, newest first: there are a hundred at most. */
    versionsOf({ accountId, region, name }: SecretKey): VersionRecord[] {
      return database
        .statement<VersionRow>(
          `SELECT * FROM secretsmanager_version WHERE ${here} AND name = :name ORDER BY created_ms DESC, id`,
        )
        .all({ accountId, region, name })
        .map(toVersion);
    },
    /** Without the values, which may be large. */
    stagesOf({ accountId, region, name }: SecretKey): Record<string, string[]> {
      const rows = database
        .statement<Pick<VersionRow, 'id' | 'stages'>>(
          `SELECT id, stages FROM secretsmanager_version WHERE ${here} AND name = :name AND stages <> '[]'`,
        )
        .all({ accountId, region, name });
      return Object.fromEntries(rows.map((row) => [row.id, JSON.parse(row.stages) as string[]]));
    },
    deleteVersion({ accountId, region, name }: SecretKey, id: string): void {
      database
        .statement(`DELETE FROM secretsmanager_version WHERE ${here} AND name = :name AND id = :id`)
        .run({ accountId, region, name, id });
    },
  };
}

function toSecret(row: SecretRow): SecretRecord {
  return {
    accountId: row.account_id,
    region: row.region,
    name: row.name,
    suffix: row.suffix,
    description: row.description ?? undefined,
    kmsKey: row.kms_key ?? undefined,
    tags: JSON.parse(row.tags) as Record<string, string>,
    createdMs: row.created_ms,
    changedMs: row.changed_ms,
    accessedMs: row.accessed_ms ?? undefined,
    deletedMs: row.deleted_ms ?? undefined,
    deletionMs: row.deletion_ms ?? undefined,
  };
}

function toVersion(row: VersionRow): VersionRecord {
  return {
    id: row.id,
    sealed: row.sealed,
    isBinary: row.is_binary === 1,
    keyArn: row.key_arn,
    stages: JSON.parse(row.stages) as string[],
    createdMs: row.created_ms,
    accessedMs: row.accessed_ms ?? undefined,
  };
}
