import type { Database, SqlRow } from '../../store/database.ts';
import type { MappingRecord, MappingSettings, MappingState } from './mappings/mapping-record.ts';

interface MappingRow extends SqlRow {
  uuid: string;
  account_id: string;
  region: string;
  function_name: string;
  qualifier: string | null;
  source_arn: string | null;
  settings: string;
  state: string;
  modified_ms: number;
}

/** What a list is narrowed to; null stands for everything. */
export interface MappingFilter {
  readonly functionName: string | null;
  readonly sourceArn: string | null;
}

export type MappingsRepository = ReturnType<typeof createMappingsRepository>;

/** Event source mappings. Each method is one statement. */
export function createMappingsRepository(database: Database) {
  const parameters = (mapping: MappingRecord) => ({
    uuid: mapping.uuid,
    functionName: mapping.functionName,
    qualifier: mapping.qualifier ?? null,
    settings: JSON.stringify(mapping.settings),
    state: mapping.state,
    modifiedMs: mapping.modifiedMs,
  });
  return {
    find(uuid: string): MappingRecord | undefined {
      const row = database
        .statement<MappingRow>('SELECT * FROM lambda_mapping WHERE uuid = :uuid')
        .get({ uuid });
      return row && toMapping(row);
    },
    /** In order of UUID. */
    page(
      place: { accountId: string; region: string },
      filter: MappingFilter,
      afterUuid: string,
      countMax: number,
    ): MappingRecord[] {
      return database
        .statement<MappingRow>(
          `SELECT * FROM lambda_mapping WHERE account_id = :accountId AND region = :region AND uuid > :afterUuid
             AND (:functionName IS NULL OR function_name = :functionName)
             AND (:sourceArn IS NULL OR source_arn = :sourceArn) ORDER BY uuid LIMIT :countMax`,
        )
        .all({ accountId: place.accountId, region: place.region, ...filter, afterUuid, countMax })
        .map(toMapping);
    },
    /** In every account and Region. */
    all(): MappingRecord[] {
      return database.statement<MappingRow>('SELECT * FROM lambda_mapping').all().map(toMapping);
    },
    insert(mapping: MappingRecord): void {
      database
        .statement(
          `INSERT INTO lambda_mapping (uuid, account_id, region, function_name, qualifier, source_arn, settings, state,
             modified_ms)
           VALUES (:uuid, :accountId, :region, :functionName, :qualifier, :sourceArn, :settings, :state, :modifiedMs)`,
        )
        .run({
          ...parameters(mapping),
          accountId: mapping.accountId,
          region: mapping.region,
          sourceArn: mapping.sourceArn ?? null,
        });
    },
    update(mapping: MappingRecord): void {
      database
        .statement(
          `UPDATE lambda_mapping SET function_name = :functionName, qualifier = :qualifier, settings = :settings,
             state = :state, modified_ms = :modifiedMs WHERE uuid = :uuid`,
        )
        .run(parameters(mapping));
    },
    remove(uuid: string): void {
      database.statement('DELETE FROM lambda_mapping WHERE uuid = :uuid').run({ uuid });
    },
  };
}

function toMapping(row: MappingRow): MappingRecord {
  return {
    uuid: row.uuid,
    accountId: row.account_id,
    region: row.region,
    functionName: row.function_name,
    qualifier: row.qualifier ?? undefined,
    sourceArn: row.source_arn ?? undefined,
    settings: JSON.parse(row.settings) as MappingSettings,
    state: row.state as MappingState,
    modifiedMs: row.modified_ms,
  };
}
