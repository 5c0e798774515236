import type { Database, SqlRow } from '../../store/database.ts';
import type { PolicyStatement } from './policy-statements.ts';
import { createRecordCache } from './record-cache.ts';
import { createAliasRepository } from './repository-aliases.ts';
import { createConcurrencyRepository } from './repository-concurrency.ts';
import { createEventsRepository } from './repository-events.ts';
import { createMappingsRepository } from './repository-mappings.ts';
import { createLayerRepository } from './repository-layers.ts';
import { createOptionRepository } from './repository-options.ts';
import { createPolicyRepository } from './repository-policies.ts';
import { createResourceRepository } from './repository-resources.ts';
import { createUrlRepository } from './repository-urls.ts';
import { createVersionRepository } from './repository-versions.ts';
import type { FunctionKey, FunctionRecord, FunctionSettings, FunctionState } from './records.ts';

interface FunctionRow extends SqlRow {
  account_id: string;
  region: string;
  name: string;
  settings: string;
  code_blob: string;
  code_size: number;
  unpacked_size: number;
  running_settings: string | null;
  running_code_blob: string | null;
  tags: string;
  state: string;
  state_reason: string | null;
  state_reason_code: string | null;
  last_update_status: string | null;
  revision_id: string;
  modified_ms: number;
}

export type LambdaRepository = ReturnType<typeof createLambdaRepository>;

const columns = `account_id, region, name, settings, code_blob, code_size, unpacked_size, running_settings,
  running_code_blob, tags, state, state_reason, state_reason_code, last_update_status, revision_id, modified_ms`;
const sameKey = 'account_id = :accountId AND region = :region AND name = :name';

/** Lambda's tables. Each method is one statement; callers that check before they write use `transaction`. */
export function createLambdaRepository(database: Database) {
  const layers = createLayerRepository(database);
  const known = createRecordCache<FunctionRecord>();
  const knownPolicies = createRecordCache<readonly PolicyStatement[]>();
  const latest = '$LATEST';
  return {
    transaction<T>(work: () => T): T {
      try {
        return database.transaction(work);
      } catch (error) {
        known.clear();
        knownPolicies.clear();
        throw error;
      }
    },
    versions: createVersionRepository(database, known),
    aliases: createAliasRepository(database),
    layers,
    policies: createPolicyRepository(database, knownPolicies),
    urls: createUrlRepository(database),
    options: createOptionRepository(database),
    resources: createResourceRepository(database),
    concurrency: createConcurrencyRepository(database),
    events: createEventsRepository(database),
    mappings: createMappingsRepository(database),

    find(key: FunctionKey): FunctionRecord | undefined {
      return known.find(key, latest, () => {
        const row = database
          .statement<FunctionRow>(`SELECT ${columns} FROM lambda_function WHERE ${sameKey}`)
          .get({ accountId: key.accountId, region: key.region, name: key.name });
        return row && toRecord(row);
      });
    },

    /** Functions after `afterName` in order of name. */
    page(accountId: string, region: string, afterName: string, countMax: number): FunctionRecord[] {
      return database
        .statement<FunctionRow>(
          `SELECT ${columns} FROM lambda_function
           WHERE account_id = :accountId AND region = :region AND name > :afterName ORDER BY name LIMIT :countMax`,
        )
        .all({ accountId, region, afterName, countMax })
        .map(toRecord);
    },

    /** Those whose creation or update has not ended, in every account and Region. */
    inTransition(): FunctionRecord[] {
      return database
        .statement<FunctionRow>(
          `SELECT ${columns} FROM lambda_function WHERE state = 'Pending' OR last_update_status = 'InProgress'`,
        )
        .all()
        .map(toRecord);
    },

    insert(record: FunctionRecord): void {
      database
        .statement(
          `INSERT INTO lambda_function (${columns}) VALUES (:accountId, :region, :name, :settings, :codeBlob, :codeSize,
           :unpackedSize, :runningSettings, :runningCodeBlob, :tags, :state, :stateReason, :stateReasonCode,
           :lastUpdateStatus, :revisionId, :modifiedMs)`,
        )
        .run(toParameters(record));
    },

    update(record: FunctionRecord): void {
      known.forget(record, latest);
      database
        .statement(
          `UPDATE lambda_function SET settings = :settings, code_blob = :codeBlob, code_size = :codeSize,
           unpacked_size = :unpackedSize, running_settings = :runningSettings, running_code_blob = :runningCodeBlob,
           tags = :tags, state = :state, state_reason = :stateReason, state_reason_code = :stateReasonCode,
           last_update_status = :lastUpdateStatus, revision_id = :revisionId, modified_ms = :modifiedMs
           WHERE ${sameKey}`,
        )
        .run(toParameters(record));
    },

    remove(key: FunctionKey): void {
      // Its versions and policies go with it.
      known.clear();
      knownPolicies.clear();
      database
        .statement(`DELETE FROM lambda_function WHERE ${sameKey}`)
        .run({ accountId: key.accountId, region: key.region, name: key.name });
    },

    isBlobInUse(blob: string): boolean {
      const uses = [
        'SELECT 1 FROM lambda_function WHERE code_blob = :blob LIMIT 1',
        'SELECT 1 FROM lambda_function WHERE running_code_blob = :blob LIMIT 1',
        'SELECT 1 FROM lambda_version WHERE code_blob = :blob LIMIT 1',
        'SELECT 1 FROM lambda_layer_version WHERE code_blob = :blob LIMIT 1',
      ];
      return uses.some((sql) => database.statement(sql).get({ blob }) !== undefined);
    },

    /** Bytes of every `$LATEST`, of each distinct published archive of a function, and of every layer version (1.6). */
    usage(accountId: string, region: string): { functionCount: number; codeBytes: number } {
      const row = database
        .statement<{ n: number; bytes: number }>(
          `SELECT count(*) AS n, coalesce(sum(code_size), 0) + (
             SELECT coalesce(sum(code_size), 0) FROM (
               SELECT DISTINCT name, code_blob, code_size FROM lambda_version
               WHERE account_id = :accountId AND region = :region)
           ) AS bytes FROM lambda_function WHERE account_id = :accountId AND region = :region`,
        )
        .get({ accountId, region });
      const codeBytes = (row?.bytes ?? 0) + layers.bytes(accountId, region);
      return { functionCount: row?.n ?? 0, codeBytes };
    },

    /** A key of this data folder, made by `create` at first use. */
    secret(name: string, create: () => Uint8Array): Uint8Array {
      return database.transaction(() => {
        const find = database.statement<{ value: Uint8Array }>(
          'SELECT value FROM lambda_secret WHERE name = :name',
        );
        const found = find.get({ name });
        if (found) return found.value;
        const value = create();
        database
          .statement('INSERT INTO lambda_secret (name, value) VALUES (:name, :value)')
          .run({ name, value });
        return value;
      });
    },
  };
}

function toRecord(row: FunctionRow): FunctionRecord {
  return {
    accountId: row.account_id,
    region: row.region,
    name: row.name,
    version: '$LATEST',
    settings: JSON.parse(row.settings) as FunctionSettings,
    codeBlob: row.code_blob,
    codeSize: row.code_size,
    unpackedSize: row.unpacked_size,
    tags: JSON.parse(row.tags) as Record<string, string>,
    state: toState(row),
    revisionId: row.revision_id,
    modifiedMs: row.modified_ms,
  };
}

function toState(row: FunctionRow): FunctionState {
  if (row.running_settings !== null && row.running_code_blob !== null) {
    const settings = JSON.parse(row.running_settings) as FunctionSettings;
    return { kind: 'updating', running: { settings, codeBlob: row.running_code_blob } };
  }
  if (row.state === 'Pending') return { kind: 'pending' };
  if (row.state === 'Failed') {
    return { kind: 'failed', reason: row.state_reason ?? '', reasonCode: row.state_reason_code ?? '' };
  }
  return { kind: 'active' };
}

function toParameters(record: FunctionRecord) {
  const { state } = record;
  const names = { pending: 'Pending', failed: 'Failed', active: 'Active', updating: 'Active' } as const;
  const updates = { pending: null, failed: null, active: 'Successful', updating: 'InProgress' } as const;
  return {
    accountId: record.accountId,
    region: record.region,
    name: record.name,
    settings: JSON.stringify(record.settings),
    codeBlob: record.codeBlob,
    codeSize: record.codeSize,
    unpackedSize: record.unpackedSize,
    runningSettings: state.kind === 'updating' ? JSON.stringify(state.running.settings) : null,
    runningCodeBlob: state.kind === 'updating' ? state.running.codeBlob : null,
    tags: JSON.stringify(record.tags),
    state: names[state.kind],
    stateReason: state.kind === 'failed' ? state.reason : null,
    stateReasonCode: state.kind === 'failed' ? state.reasonCode : null,
    lastUpdateStatus: updates[state.kind],
    revisionId: record.revisionId,
    modifiedMs: record.modifiedMs,
  };
}
