import type { Database, SqlRow } from '../../store/database.ts';
import type { ApiDraft, ApiRecord, DeploymentRecord, Snapshot, StoredStage } from './records.ts';

interface Place {
  readonly accountId: string;
  readonly region: string;
}

interface ApiRow extends SqlRow {
  account_id: string;
  region: string;
  api_id: string;
  created_ms: number;
  tags: string;
  draft: string;
}

interface DeploymentHead extends SqlRow {
  deployment_id: string;
  created_ms: number;
  description: string | null;
}

interface DeploymentRow extends DeploymentHead {
  snapshot: string;
}

interface LinkUserRow extends SqlRow {
  api_id: string;
  stage_name: string;
  snapshot: string;
}

export interface LinkUser {
  readonly apiId: string;
  readonly stageName: string;
  readonly snapshot: Snapshot;
}

export type RestApiRepository = ReturnType<typeof createRestApiRepository>;

/** REST APIs with their deployments and stages. Each method is one statement. */
export function createRestApiRepository(database: Database) {
  return {
    transaction: <T>(work: () => T): T => database.transaction(work),

    findApi(apiId: string): ApiRecord | undefined {
      const row = database
        .statement<ApiRow>('SELECT * FROM apigateway_api WHERE api_id = :apiId')
        .get({ apiId });
      return row && toApi(row);
    },

    /** In order of id. */
    listApis({ accountId, region }: Place): ApiRecord[] {
      return database
        .statement<ApiRow>(
          'SELECT * FROM apigateway_api WHERE account_id = :accountId AND region = :region ORDER BY api_id',
        )
        .all({ accountId, region })
        .map(toApi);
    },

    countApis({ accountId, region }: Place): number {
      const row = database
        .statement<{ n: number }>(
          'SELECT count(*) AS n FROM apigateway_api WHERE account_id = :accountId AND region = :region',
        )
        .get({ accountId, region });
      return row?.n ?? 0;
    },

    insertApi(api: ApiRecord): void {
      database
        .statement(
          `INSERT INTO apigateway_api (account_id, region, api_id, created_ms, tags, draft)
           VALUES (:accountId, :region, :apiId, :createdMs, :tags, :draft)`,
        )
        .run({
          accountId: api.accountId,
          region: api.region,
          apiId: api.apiId,
          createdMs: api.createdMs,
          tags: JSON.stringify(api.tags),
          draft: JSON.stringify(api.draft),
        });
    },

    saveApi({ apiId, tags, draft }: ApiRecord): void {
      database
        .statement('UPDATE apigateway_api SET tags = :tags, draft = :draft WHERE api_id = :apiId')
        .run({ apiId, tags: JSON.stringify(tags), draft: JSON.stringify(draft) });
    },

    removeApi(apiId: string): void {
      database.statement('DELETE FROM apigateway_api WHERE api_id = :apiId').run({ apiId });
    },

    insertDeployment(apiId: string, deployment: DeploymentRecord): void {
      database
        .statement(
          `INSERT INTO apigateway_deployment (api_id, deployment_id, created_ms, description, snapshot)
           VALUES (:apiId, :id, :createdMs, :description, :snapshot)`,
        )
        .run({
          apiId,
          id: deployment.id,
          createdMs: deployment.createdMs,
          description: deployment.description ?? null,
          snapshot: JSON.stringify(deployment.snapshot),
        });
    },

    describeDeployment(apiId: string, id: string, description: string | undefined): void {
      database
        .statement(
          `UPDATE apigateway_deployment SET description = :description
           WHERE api_id = :apiId AND deployment_id = :id`,
        )
        .run({ apiId, id, description: description ?? null });
    },

    findDeployment(apiId: string, id: string): DeploymentRecord | undefined {
      const row = database
        .statement<DeploymentRow>(
          'SELECT * FROM apigateway_deployment WHERE api_id = :apiId AND deployment_id = :id',
        )
        .get({ apiId, id });
      return row && toDeployment(row);
    },

    /** Without their snapshots, in order of id. */
    listDeployments(apiId: string): Omit<DeploymentRecord, 'snapshot'>[] {
      return database
        .statement<DeploymentHead>(
          `SELECT deployment_id, created_ms, description FROM apigateway_deployment
           WHERE api_id = :apiId ORDER BY deployment_id`,
        )
        .all({ apiId })
        .map((row) => ({
          id: row.deployment_id,
          createdMs: row.created_ms,
          description: row.description ?? undefined,
        }));
    },

    removeDeployment(apiId: string, id: string): void {
      database
        .statement('DELETE FROM apigateway_deployment WHERE api_id = :apiId AND deployment_id = :id')
        .run({ apiId, id });
    },

    findStage(apiId: string, stageName: string): StoredStage | undefined {
      const row = database
        .statement<{ document: string }>(
          'SELECT document FROM apigateway_stage WHERE api_id = :apiId AND stage_name = :stageName',
        )
        .get({ apiId, stageName });
      return row && (JSON.parse(row.document) as StoredStage);
    },

    listStages(apiId: string): StoredStage[] {
      return database
        .statement<{ document: string }>(
          'SELECT document FROM apigateway_stage WHERE api_id = :apiId ORDER BY stage_name',
        )
        .all({ apiId })
        .map((row) => JSON.parse(row.document) as StoredStage);
    },

    /** What stages serve that names a VPC link. Reads every deployment that is served, so it is for deletions alone. */
    listLinkUsers({ accountId, region }: Place, linkId: string): LinkUser[] {
      return database
        .statement<LinkUserRow>(
          `SELECT api_id, stage_name, snapshot FROM apigateway_api
           JOIN apigateway_stage USING (api_id)
           JOIN apigateway_deployment USING (api_id)
           WHERE account_id = :accountId AND region = :region
             AND deployment_id = json_extract(document, '$.deploymentId') AND instr(snapshot, :needle) > 0`,
        )
        .all({ accountId, region, needle: `"connectionId":${JSON.stringify(linkId)}` })
        .map((row) => ({
          apiId: row.api_id,
          stageName: row.stage_name,
          snapshot: JSON.parse(row.snapshot) as Snapshot,
        }));
    },

    /** The stages of an account and Region that present a client certificate, as `{api}/{stage}`. */
    listCertificateUsers({ accountId, region }: Place, certificateId: string): string[] {
      return database
        .statement<{ api_id: string; stage_name: string }>(
          `SELECT api_id, stage_name FROM apigateway_api JOIN apigateway_stage USING (api_id)
           WHERE account_id = :accountId AND region = :region
             AND json_extract(document, '$.clientCertificateId') = :certificateId`,
        )
        .all({ accountId, region, certificateId })
        .map((row) => `${row.api_id}/${row.stage_name}`);
    },

    putStage(apiId: string, stage: StoredStage): void {
      database
        .statement(
          `INSERT INTO apigateway_stage (api_id, stage_name, document) VALUES (:apiId, :stageName, :document)
           ON CONFLICT (api_id, stage_name) DO UPDATE SET document = :document`,
        )
        .run({ apiId, stageName: stage.stageName, document: JSON.stringify(stage) });
    },

    removeStage(apiId: string, stageName: string): void {
      database
        .statement('DELETE FROM apigateway_stage WHERE api_id = :apiId AND stage_name = :stageName')
        .run({ apiId, stageName });
    },
  };
}

function toApi(row: ApiRow): ApiRecord {
  return {
    accountId: row.account_id,
    region: row.region,
    apiId: row.api_id,
    createdMs: row.created_ms,
    tags: JSON.parse(row.tags) as Record<string, string>,
    draft: JSON.parse(row.draft) as ApiDraft,
  };
}

function toDeployment(row: DeploymentRow): DeploymentRecord {
  return {
    id: row.deployment_id,
    createdMs: row.created_ms,
    description: row.description ?? undefined,
    snapshot: JSON.parse(row.snapshot) as Snapshot,
  };
}
