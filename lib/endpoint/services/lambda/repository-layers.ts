import type { Database, SqlRow } from '../../store/database.ts';
import type { LayerKey } from './layer-names.ts';
import type { PolicyStatement } from './policy-statements.ts';

export interface LayerVersionRecord extends LayerKey {
  readonly version: number;
  readonly description: string;
  readonly licenseInfo: string | undefined;
  /** Undefined when never sent, which AWS tells from empty. */
  readonly runtimes: readonly string[] | undefined;
  readonly architectures: readonly string[] | undefined;
  readonly codeBlob: string;
  readonly codeSize: number;
  readonly unpackedSize: number;
  readonly createdMs: number;
  readonly statements: readonly PolicyStatement[];
  /** Undefined until a permission was added. */
  readonly policyRevisionId: string | undefined;
}

/** Only versions that list these are meant. */
export interface LayerFilter {
  readonly runtime: string | undefined;
  readonly architecture: string | undefined;
}

interface LayerRow extends SqlRow {
  account_id: string;
  region: string;
  layer: string;
  version: number;
  description: string;
  license_info: string | null;
  runtimes: string | null;
  architectures: string | null;
  code_blob: string;
  code_size: number;
  unpacked_size: number;
  created_ms: number;
  statements: string;
  policy_revision_id: string | null;
}

const columns = `account_id, region, layer, version, description, license_info, runtimes, architectures, code_blob,
  code_size, unpacked_size, created_ms, statements, policy_revision_id`;
const sameLayer = 'account_id = :accountId AND region = :region AND layer = :layer';
const matching = `is_deleted = 0
  AND (:runtime IS NULL OR EXISTS (SELECT 1 FROM json_each(runtimes) WHERE value = :runtime))
  AND (:architecture IS NULL OR EXISTS (SELECT 1 FROM json_each(architectures) WHERE value = :architecture))`;

export type LayerRepository = ReturnType<typeof createLayerRepository>;

/** Versions of layers. Each method is one statement. */
export function createLayerRepository(database: Database) {
  const place = (key: LayerKey) => ({ accountId: key.accountId, region: key.region, layer: key.layer });
  const toFilter = ({ runtime, architecture }: LayerFilter) => ({
    runtime: runtime ?? null,
    architecture: architecture ?? null,
  });

  return {
    find(key: LayerKey, version: number): LayerVersionRecord | undefined {
      const row = database
        .statement<LayerRow>(
          `SELECT ${columns} FROM lambda_layer_version
           WHERE ${sameLayer} AND version = :version AND is_deleted = 0`,
        )
        .get({ ...place(key), version });
      return row && toRecord(row);
    },

    /** Of every layer after `afterLayer` the newest version that matches, by name. */
    pageOfLayers(
      accountId: string,
      region: string,
      afterLayer: string,
      filter: LayerFilter,
      countMax: number,
    ): LayerVersionRecord[] {
      return database
        .statement<LayerRow>(
          `SELECT ${columns}, max(version) FROM lambda_layer_version
           WHERE account_id = :accountId AND region = :region AND layer > :afterLayer AND ${matching}
           GROUP BY layer ORDER BY layer LIMIT :countMax`,
        )
        .all({ accountId, region, afterLayer, countMax, ...toFilter(filter) })
        .map(toRecord);
    },

    /** Versions below `beforeVersion`, newest first. */
    pageOfVersions(
      key: LayerKey,
      beforeVersion: number,
      filter: LayerFilter,
      countMax: number,
    ): LayerVersionRecord[] {
      return database
        .statement<LayerRow>(
          `SELECT ${columns} FROM lambda_layer_version
           WHERE ${sameLayer} AND version < :beforeVersion AND ${matching} ORDER BY version DESC LIMIT :countMax`,
        )
        .all({ ...place(key), beforeVersion, countMax, ...toFilter(filter) })
        .map(toRecord);
    },

    /** Also after versions were deleted. */
    nextNumber(key: LayerKey): number {
      const row = database
        .statement<{ last: number | null }>(
          `SELECT max(version) AS last FROM lambda_layer_version WHERE ${sameLayer}`,
        )
        .get(place(key));
      return (row?.last ?? 0) + 1;
    },

    insert(record: LayerVersionRecord): void {
      database
        .statement(
          `INSERT INTO lambda_layer_version (${columns}, code_sha256) VALUES (:accountId, :region, :layer, :version,
           :description, :licenseInfo, :runtimes, :architectures, :codeBlob, :codeSize, :unpackedSize, :createdMs,
           '[]', NULL, :codeBlob)`,
        )
        .run({
          ...place(record),
          version: record.version,
          description: record.description,
          licenseInfo: record.licenseInfo ?? null,
          runtimes: record.runtimes ? JSON.stringify(record.runtimes) : null,
          architectures: record.architectures ? JSON.stringify(record.architectures) : null,
          codeBlob: record.codeBlob,
          codeSize: record.codeSize,
          unpackedSize: record.unpackedSize,
          createdMs: record.createdMs,
        });
    },

    setPolicy(record: LayerVersionRecord, statements: readonly PolicyStatement[], revisionId: string): void {
      database
        .statement(
          `UPDATE lambda_layer_version SET statements = :statements, policy_revision_id = :revisionId
           WHERE ${sameLayer} AND version = :version`,
        )
        .run({
          ...place(record),
          version: record.version,
          statements: JSON.stringify(statements),
          revisionId,
        });
    },

    /** Hides a version; its archive stays until `dropArchive`. */
    remove(key: LayerKey, version: number): void {
      database
        .statement(
          `UPDATE lambda_layer_version SET is_deleted = 1, statements = '[]'
           WHERE ${sameLayer} AND version = :version`,
        )
        .run({ ...place(key), version });
    },

    /** Archives of deleted versions that no function, update under way or published version has under /opt. */
    unusedArchives(): string[] {
      // A SHA-256 in the text of the settings is nothing but a layer: code has a column of its own.
      return database
        .statement<{ code_blob: string }>(
          `SELECT DISTINCT code_blob FROM lambda_layer_version AS layer
           WHERE is_deleted = 1 AND code_blob IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM lambda_function
               WHERE instr(settings, layer.code_blob) > 0 OR instr(running_settings, layer.code_blob) > 0)
             AND NOT EXISTS (SELECT 1 FROM lambda_version WHERE instr(settings, layer.code_blob) > 0)`,
        )
        .all()
        .map((row) => row.code_blob);
    },

    dropArchive(blob: string): void {
      database
        .statement(
          'UPDATE lambda_layer_version SET code_blob = NULL WHERE is_deleted = 1 AND code_blob = :blob',
        )
        .run({ blob });
    },

    bytes(accountId: string, region: string): number {
      const row = database
        .statement<{ bytes: number }>(
          `SELECT coalesce(sum(code_size), 0) AS bytes FROM lambda_layer_version
           WHERE account_id = :accountId AND region = :region AND is_deleted = 0`,
        )
        .get({ accountId, region });
      return row?.bytes ?? 0;
    },
  };
}

function toRecord(row: LayerRow): LayerVersionRecord {
  return {
    accountId: row.account_id,
    region: row.region,
    layer: row.layer,
    version: row.version,
    description: row.description,
    licenseInfo: row.license_info ?? undefined,
    runtimes: row.runtimes === null ? undefined : (JSON.parse(row.runtimes) as string[]),
    architectures: row.architectures === null ? undefined : (JSON.parse(row.architectures) as string[]),
    codeBlob: row.code_blob,
    codeSize: row.code_size,
    unpackedSize: row.unpacked_size,
    createdMs: row.created_ms,
    statements: JSON.parse(row.statements) as PolicyStatement[],
    policyRevisionId: row.policy_revision_id ?? undefined,
  };
}
