import type { Database, SqlRow } from '../../store/database.ts';
import type { ApiRecord, ApiSettings, PartKinds, StoredIntegration } from './records.ts';

interface ApiRow extends SqlRow {
  account_id: string;
  region: string;
  api_id: string;
  settings: string;
  created_ms: number;
}

interface DocumentRow extends SqlRow {
  document: string;
}

export type HttpApiRepository = ReturnType<typeof createHttpApiRepository>;

/** The tables of HTTP APIs. Every method is one statement; callers put several in one transaction. */
export function createHttpApiRepository(database: Database) {
  return {
    transaction: <T>(work: () => T): T => database.transaction(work),

    insertApi({ accountId, region, apiId, settings, createdMs }: ApiRecord): void {
      database
        .statement(
          `INSERT INTO apigatewayv2_api (account_id, region, api_id, settings, created_ms)
           VALUES (:accountId, :region, :apiId, :settings, :createdMs)`,
        )
        .run({ accountId, region, apiId, settings: JSON.stringify(settings), createdMs });
    },
    updateApi({ apiId, settings }: ApiRecord): void {
      database
        .statement('UPDATE apigatewayv2_api SET settings = :settings WHERE api_id = :apiId')
        .run({ apiId, settings: JSON.stringify(settings) });
    },
    /** In whichever account and Region. */
    findApi(apiId: string): ApiRecord | undefined {
      const row = database
        .statement<ApiRow>('SELECT * FROM apigatewayv2_api WHERE api_id = :apiId')
        .get({ apiId });
      return row && toApi(row);
    },
    listApis(accountId: string, region: string): ApiRecord[] {
      return database
        .statement<ApiRow>(
          'SELECT * FROM apigatewayv2_api WHERE account_id = :accountId AND region = :region ORDER BY api_id',
        )
        .all({ accountId, region })
        .map(toApi);
    },
    /** Its parts go with it. */
    deleteApi(apiId: string): void {
      database.statement('DELETE FROM apigatewayv2_part WHERE api_id = :apiId').run({ apiId });
      database.statement('DELETE FROM apigatewayv2_api WHERE api_id = :apiId').run({ apiId });
    },

    /** Adds a part or puts it in place of the one with the same id. */
    putPart<Kind extends keyof PartKinds>(
      apiId: string,
      kind: Kind,
      partId: string,
      part: PartKinds[Kind],
    ): void {
      database
        .statement(
          `INSERT INTO apigatewayv2_part (api_id, kind, part_id, document) VALUES (:apiId, :kind, :partId, :document)
           ON CONFLICT (api_id, kind, part_id) DO UPDATE SET document = excluded.document`,
        )
        .run({ apiId, kind, partId, document: JSON.stringify(part) });
    },
    findPart<Kind extends keyof PartKinds>(
      apiId: string,
      kind: Kind,
      partId: string,
    ): PartKinds[Kind] | undefined {
      const row = database
        .statement<DocumentRow>(
          'SELECT document FROM apigatewayv2_part WHERE api_id = :apiId AND kind = :kind AND part_id = :partId',
        )
        .get({ apiId, kind, partId });
      return row && (JSON.parse(row.document) as PartKinds[Kind]);
    },
    listParts<Kind extends keyof PartKinds>(apiId: string, kind: Kind): PartKinds[Kind][] {
      return database
        .statement<DocumentRow>(
          'SELECT document FROM apigatewayv2_part WHERE api_id = :apiId AND kind = :kind ORDER BY part_id',
        )
        .all({ apiId, kind })
        .map(({ document }) => JSON.parse(document) as PartKinds[Kind]);
    },
    /** Integrations of an account's APIs in a Region that go through a VPC link. For deletions alone. */
    listLinkUsers(
      { accountId, region }: Pick<ApiRecord, 'accountId' | 'region'>,
      linkId: string,
    ): { apiId: string; integration: StoredIntegration }[] {
      return database
        .statement<DocumentRow & { api_id: string }>(
          `SELECT api_id, document FROM apigatewayv2_api JOIN apigatewayv2_part USING (api_id)
           WHERE account_id = :accountId AND region = :region AND kind = 'integration'
             AND json_extract(document, '$.ConnectionId') = :linkId`,
        )
        .all({ accountId, region, linkId })
        .map((row) => ({
          apiId: row.api_id,
          integration: JSON.parse(row.document) as StoredIntegration,
        }));
    },
    deletePart(apiId: string, kind: keyof PartKinds, partId: string): void {
      database
        .statement(
          'DELETE FROM apigatewayv2_part WHERE api_id = :apiId AND kind = :kind AND part_id = :partId',
        )
        .run({ apiId, kind, partId });
    },
    /** Those whose id is the owner's, a slash and their own. */
    deletePartsBelow(apiId: string, kind: keyof PartKinds, ownerId: string): void {
      // A slash is followed by a zero in the order of text.
      database
        .statement(
          'DELETE FROM apigatewayv2_part WHERE api_id = :apiId AND kind = :kind AND part_id >= :first AND part_id < :end',
        )
        .run({ apiId, kind, first: `${ownerId}/`, end: `${ownerId}0` });
    },
  };
}

function toApi(row: ApiRow): ApiRecord {
  return {
    accountId: row.account_id,
    region: row.region,
    apiId: row.api_id,
    createdMs: row.created_ms,
    settings: JSON.parse(row.settings) as ApiSettings,
  };
}
