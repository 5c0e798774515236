import type { Database, SqlRow } from '../../store/database.ts';
import type { ParameterPlace, ParameterRecord, ParameterType, ParameterVersion } from './records.ts';

interface VersionRow extends SqlRow {
  version: number;
  type: string;
  value: Uint8Array;
  key_id: string | null;
  description: string | null;
  allowed_pattern: string | null;
  tier: string;
  labels: string;
  modified_ms: number;
}

interface ParameterRow extends VersionRow {
  account_id: string;
  region: string;
  name: string;
  tags: string;
}

type ParameterKey = Pick<ParameterRecord, 'accountId' | 'region' | 'name'>;

/** Names from `from` on (without it) and before `before`; all of `depth` slashes behind `prefix` where that is given. */
export interface NameRange {
  readonly after: string;
  readonly before: string;
  /** Only names without a further slash behind this many characters; -1 lets all through. */
  readonly flatAfter: number;
  readonly countMax: number;
}

export type ParametersRepository = ReturnType<typeof createParametersRepository>;

const here = 'account_id = :accountId AND region = :region';
const newest =
  'SELECT p.tags, v.* FROM ssm_parameter p JOIN ssm_version v USING (account_id, region, name, version)';

/** Parameter Store's tables. Every method is one statement; callers put several in one transaction. */
export function createParametersRepository(database: Database) {
  return {
    transaction: <T>(work: () => T) => database.transaction(work),
    putParameter(
      { accountId, region, name }: ParameterKey,
      version: number,
      tags: Readonly<Record<string, string>>,
    ): void {
      database
        .statement(
          `INSERT INTO ssm_parameter (account_id, region, name, version, tags)
           VALUES (:accountId, :region, :name, :version, :tags)
           ON CONFLICT DO UPDATE SET version = excluded.version, tags = excluded.tags`,
        )
        .run({ accountId, region, name, version, tags: JSON.stringify(tags) });
    },
    findParameter({ accountId, region, name }: ParameterKey): ParameterRecord | undefined {
      const row = database
        .statement<ParameterRow>(`${newest} WHERE ${here} AND name = :name`)
        .get({ accountId, region, name });
      return row && toParameter(row);
    },
    /** With its versions. */
    deleteParameter({ accountId, region, name }: ParameterKey): boolean {
      return (
        database
          .statement(`DELETE FROM ssm_parameter WHERE ${here} AND name = :name`)
          .run({ accountId, region, name }).changes > 0
      );
    },
    pageOfParameters({ accountId, region }: ParameterPlace, range: NameRange): ParameterRecord[] {
      return database
        .statement<ParameterRow>(
          `${newest} WHERE ${here} AND name > :after AND name < :before
             AND (:flatAfter < 0 OR instr(substr(name, :flatAfter + 1), '/') = 0)
           ORDER BY name LIMIT :countMax`,
        )
        .all({ accountId, region, ...range })
        .map(toParameter);
    },
    ...versionTable(database),
  };
}

function versionTable(database: Database) {
  return {
    putVersion({ accountId, region, name }: ParameterKey, version: ParameterVersion): void {
      database
        .statement(
          `INSERT INTO ssm_version (account_id, region, name, version, type, value, key_id, description, allowed_pattern,
             tier, labels, modified_ms)
           VALUES (:accountId, :region, :name, :version, :type, :value, :keyId, :description, :allowedPattern, :tier,
             :labels, :modifiedMs)
           ON CONFLICT DO UPDATE SET labels = excluded.labels`,
        )
        .run({
          accountId,
          region,
          name,
          ...version,
          keyId: version.keyId ?? null,
          description: version.description ?? null,
          allowedPattern: version.allowedPattern ?? null,
          labels: JSON.stringify(version.labels),
        });
    },
    findVersion({ accountId, region, name }: ParameterKey, version: number): ParameterVersion | undefined {
      const row = database
        .statement<VersionRow>(
          `SELECT * FROM ssm_version WHERE ${here} AND name = :name AND version = :version`,
        )
        .get({ accountId, region, name, version });
      return row && toVersion(row);
    },
    /** All that are kept, oldest first: there are a hundred at most. */
    versionsOf({ accountId, region, name }: ParameterKey): ParameterVersion[] {
      return database
        .statement<VersionRow>(`SELECT * FROM ssm_version WHERE ${here} AND name = :name ORDER BY version`)
        .all({ accountId, region, name })
        .map(toVersion);
    },
    deleteVersion({ accountId, region, name }: ParameterKey, version: number): void {
      database
        .statement(`DELETE FROM ssm_version WHERE ${here} AND name = :name AND version = :version`)
        .run({ accountId, region, name, version });
    },
  };
}

function toParameter(row: ParameterRow): ParameterRecord {
  return {
    accountId: row.account_id,
    region: row.region,
    name: row.name,
    tags: JSON.parse(row.tags) as Record<string, string>,
    newest: toVersion(row),
  };
}

function toVersion(row: VersionRow): ParameterVersion {
  return {
    version: row.version,
    type: row.type as ParameterType,
    value: row.value,
    keyId: row.key_id ?? undefined,
    description: row.description ?? undefined,
    allowedPattern: row.allowed_pattern ?? undefined,
    tier: row.tier as 'Standard' | 'Advanced',
    labels: JSON.parse(row.labels) as string[],
    modifiedMs: row.modified_ms,
  };
}
