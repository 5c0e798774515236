import type { Database, SqlRow } from '../../store/database.ts';

/** A saved query of Logs Insights. */
export interface QueryDefinitionRecord {
  readonly accountId: string;
  readonly region: string;
  readonly id: string;
  readonly name: string;
  readonly queryString: string;
  readonly logGroups: readonly string[];
  readonly modifiedMs: number;
}

type Place = Pick<QueryDefinitionRecord, 'accountId' | 'region'>;

interface DefinitionRow extends SqlRow {
  account_id: string;
  region: string;
  id: string;
  name: string;
  query_string: string;
  log_groups: string;
  modified_ms: number;
}

/** Saved queries. Every method is one statement. */
export function definitionQueries(database: Database) {
  return {
    putDefinition(definition: QueryDefinitionRecord): void {
      database
        .statement(
          `INSERT INTO logs_query_definition
             (account_id, region, id, name, query_string, log_groups, modified_ms)
           VALUES (:accountId, :region, :id, :name, :queryString, :logGroups, :modifiedMs)
           ON CONFLICT DO UPDATE SET name = excluded.name, query_string = excluded.query_string,
             log_groups = excluded.log_groups, modified_ms = excluded.modified_ms`,
        )
        .run({ ...definition, logGroups: JSON.stringify(definition.logGroups) });
    },
    hasDefinition({ accountId, region }: Place, id: string): boolean {
      return (
        database
          .statement(
            'SELECT 1 FROM logs_query_definition WHERE account_id = :accountId AND region = :region AND id = :id',
          )
          .get({ accountId, region, id }) !== undefined
      );
    },
    countDefinitions({ accountId, region }: Place): number {
      const row = database
        .statement(
          'SELECT count(*) AS count FROM logs_query_definition WHERE account_id = :accountId AND region = :region',
        )
        .get({ accountId, region });
      return Number(row?.['count'] ?? 0);
    },
    /** By name and id, after a place in that order. */
    listDefinitions(
      { accountId, region }: Place,
      query: { prefix: string; afterName: string; afterId: string; limit: number },
    ): QueryDefinitionRecord[] {
      return database
        .statement<DefinitionRow>(
          `SELECT * FROM logs_query_definition
           WHERE account_id = :accountId AND region = :region AND (name, id) > (:afterName, :afterId)
             AND substr(name, 1, length(:prefix)) = :prefix
           ORDER BY name, id LIMIT :limit`,
        )
        .all({ accountId, region, ...query })
        .map((row) => ({
          accountId: row.account_id,
          region: row.region,
          id: row.id,
          name: row.name,
          queryString: row.query_string,
          logGroups: JSON.parse(row.log_groups) as string[],
          modifiedMs: row.modified_ms,
        }));
    },
    deleteDefinition({ accountId, region }: Place, id: string): boolean {
      return (
        database
          .statement(
            'DELETE FROM logs_query_definition WHERE account_id = :accountId AND region = :region AND id = :id',
          )
          .run({ accountId, region, id }).changes > 0
      );
    },
  };
}
