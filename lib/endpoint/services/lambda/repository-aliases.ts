import type { Database, SqlRow } from '../../store/database.ts';
import type { AliasRecord, FunctionKey } from './records.ts';

interface AliasRow extends SqlRow {
  account_id: string;
  region: string;
  name: string;
  alias: string;
  version: string;
  description: string;
  weights: string;
  revision_id: string;
}

export type AliasRepository = ReturnType<typeof createAliasRepository>;

const columns = 'account_id, region, name, alias, version, description, weights, revision_id';
const sameFunction = 'account_id = :accountId AND region = :region AND name = :name';

/** Aliases. Each method is one statement. */
export function createAliasRepository(database: Database) {
  const place = (key: FunctionKey) => ({ accountId: key.accountId, region: key.region, name: key.name });

  return {
    find(key: FunctionKey, alias: string): AliasRecord | undefined {
      const row = database
        .statement<AliasRow>(`SELECT ${columns} FROM lambda_alias WHERE ${sameFunction} AND alias = :alias`)
        .get({ ...place(key), alias });
      return row && toRecord(row);
    },

    /** Aliases after `afterAlias` in order of name; with `version`, those that point to it. */
    page(key: FunctionKey, afterAlias: string, countMax: number, version?: string): AliasRecord[] {
      return database
        .statement<AliasRow>(
          `SELECT ${columns} FROM lambda_alias WHERE ${sameFunction} AND alias > :afterAlias
             AND (:version IS NULL OR version = :version OR json_extract(weights, '$."' || :version || '"') IS NOT NULL)
           ORDER BY alias LIMIT :countMax`,
        )
        .all({ ...place(key), afterAlias, countMax, version: version ?? null })
        .map(toRecord);
    },

    insert(record: AliasRecord): void {
      database
        .statement(
          `INSERT INTO lambda_alias (${columns})
           VALUES (:accountId, :region, :name, :alias, :version, :description, :weights, :revisionId)`,
        )
        .run(toParameters(record));
    },

    update(record: AliasRecord): void {
      database
        .statement(
          `UPDATE lambda_alias SET version = :version, description = :description, weights = :weights,
           revision_id = :revisionId WHERE ${sameFunction} AND alias = :alias`,
        )
        .run(toParameters(record));
    },

    remove(key: FunctionKey, alias: string): void {
      database
        .statement(`DELETE FROM lambda_alias WHERE ${sameFunction} AND alias = :alias`)
        .run({ ...place(key), alias });
    },
  };
}

function toParameters(record: AliasRecord) {
  return {
    accountId: record.accountId,
    region: record.region,
    name: record.name,
    alias: record.alias,
    version: record.version,
    description: record.description,
    weights: JSON.stringify(record.weights),
    revisionId: record.revisionId,
  };
}

function toRecord(row: AliasRow): AliasRecord {
  return {
    accountId: row.account_id,
    region: row.region,
    name: row.name,
    alias: row.alias,
    version: row.version,
    description: row.description,
    weights: JSON.parse(row.weights) as Record<string, number>,
    revisionId: row.revision_id,
  };
}
