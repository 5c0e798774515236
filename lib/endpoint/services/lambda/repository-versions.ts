import type { Database, SqlRow } from '../../store/database.ts';
import type { RecordCache } from './record-cache.ts';
import type { FunctionKey, FunctionRecord, FunctionSettings, FunctionState } from './records.ts';

interface VersionRow extends SqlRow {
  account_id: string;
  region: string;
  name: string;
  version: number;
  settings: string;
  latest_description: string;
  code_blob: string;
  code_size: number;
  unpacked_size: number;
  state: string;
  state_reason: string | null;
  state_reason_code: string | null;
  revision_id: string;
  modified_ms: number;
}

/** A version with what tells whether `$LATEST` has changed since. */
export interface PublishedVersion {
  readonly record: FunctionRecord;
  readonly latestDescription: string;
}

export type VersionRepository = ReturnType<typeof createVersionRepository>;

const columns = `account_id, region, name, version, settings, latest_description, code_blob, code_size, unpacked_size,
  state, state_reason, state_reason_code, revision_id, modified_ms`;
const sameFunction = 'account_id = :accountId AND region = :region AND name = :name';

/** Published versions. Each method is one statement, unless it says otherwise. */
export function createVersionRepository(database: Database, known: RecordCache<FunctionRecord>) {
  const place = (key: FunctionKey) => ({ accountId: key.accountId, region: key.region, name: key.name });

  return {
    find(key: FunctionKey, version: string): FunctionRecord | undefined {
      // Text such as 01 or 1e3 names no version.
      if (!/^[1-9]\d{0,14}$/.test(version)) return undefined;
      return known.find(key, version, () => {
        const row = database
          .statement<VersionRow>(
            `SELECT ${columns} FROM lambda_version WHERE ${sameFunction} AND version = :version`,
          )
          .get({ ...place(key), version: Number(version) });
        return row && toRecord(row);
      });
    },

    /** The highest that has not been deleted. */
    newest(key: FunctionKey): PublishedVersion | undefined {
      const row = database
        .statement<VersionRow>(
          `SELECT ${columns} FROM lambda_version WHERE ${sameFunction} ORDER BY version DESC LIMIT 1`,
        )
        .get(place(key));
      return row && { record: toRecord(row), latestDescription: row.latest_description };
    },

    /** Versions after `afterVersion`, ascending. */
    page(key: FunctionKey, afterVersion: number, countMax: number): FunctionRecord[] {
      return database
        .statement<VersionRow>(
          `SELECT ${columns} FROM lambda_version WHERE ${sameFunction} AND version > :afterVersion
           ORDER BY version LIMIT :countMax`,
        )
        .all({ ...place(key), afterVersion, countMax })
        .map(toRecord);
    },

    /**
     * Names of functions with their versions after one of them, by name and then by version; 0 is `$LATEST`, and
     * before everything of a name comes -1.
     */
    pageOfAll(
      accountId: string,
      region: string,
      after: { readonly name: string; readonly version: number },
      countMax: number,
    ): { name: string; version: number }[] {
      return database
        .statement<{ name: string; version: number }>(
          `SELECT name, version FROM (
             SELECT name, 0 AS version FROM lambda_function
             WHERE account_id = :accountId AND region = :region AND name >= :name
             UNION ALL
             SELECT name, version FROM lambda_version
             WHERE account_id = :accountId AND region = :region AND name >= :name
           ) WHERE (name, version) > (:name, :version) ORDER BY name, version LIMIT :countMax`,
        )
        .all({ accountId, region, ...after, countMax });
    },

    /** Those that are still being made, of one function or of all. */
    pending(key?: FunctionKey): FunctionRecord[] {
      const sql = `SELECT ${columns} FROM lambda_version WHERE state = 'Pending'`;
      const rows = key
        ? database.statement<VersionRow>(`${sql} AND ${sameFunction}`).all(place(key))
        : database.statement<VersionRow>(sql).all();
      return rows.map(toRecord);
    },

    /** Names of the archives of all versions of a function. */
    blobs(key: FunctionKey): string[] {
      return database
        .statement<{ code_blob: string }>(
          `SELECT DISTINCT code_blob FROM lambda_version WHERE ${sameFunction}`,
        )
        .all(place(key))
        .map((row) => row.code_blob);
    },

    /** The next number of a name, also after a function of that name was deleted. Two statements. */
    nextNumber(key: FunctionKey): string {
      database
        .statement(
          `INSERT INTO lambda_version_counter (account_id, region, name, last_version)
           VALUES (:accountId, :region, :name, 1)
           ON CONFLICT (account_id, region, name) DO UPDATE SET last_version = last_version + 1`,
        )
        .run(place(key));
      const row = database
        .statement<{ last_version: number }>(
          `SELECT last_version FROM lambda_version_counter WHERE ${sameFunction}`,
        )
        .get(place(key));
      return String(row?.last_version ?? 1);
    },

    insert({ record, latestDescription }: PublishedVersion): void {
      const { state } = record;
      database
        .statement(
          `INSERT INTO lambda_version (${columns}) VALUES (:accountId, :region, :name, :version, :settings,
           :latestDescription, :codeBlob, :codeSize, :unpackedSize, :state, NULL, NULL, :revisionId, :modifiedMs)`,
        )
        .run({
          ...place(record),
          version: Number(record.version),
          settings: JSON.stringify(record.settings),
          latestDescription,
          codeBlob: record.codeBlob,
          codeSize: record.codeSize,
          unpackedSize: record.unpackedSize,
          state: state.kind === 'pending' ? 'Pending' : 'Active',
          revisionId: record.revisionId,
          modifiedMs: record.modifiedMs,
        });
    },

    setState(record: FunctionRecord, state: FunctionState): void {
      known.forget(record, record.version);
      database
        .statement(
          `UPDATE lambda_version SET state = :state, state_reason = :reason, state_reason_code = :reasonCode,
           revision_id = :revisionId WHERE ${sameFunction} AND version = :version`,
        )
        .run({
          ...place(record),
          version: Number(record.version),
          state: state.kind === 'failed' ? 'Failed' : 'Active',
          reason: state.kind === 'failed' ? state.reason : null,
          reasonCode: state.kind === 'failed' ? state.reasonCode : null,
          revisionId: record.revisionId,
        });
    },

    setRevision(record: FunctionRecord, revisionId: string): void {
      known.forget(record, record.version);
      database
        .statement(
          `UPDATE lambda_version SET revision_id = :revisionId WHERE ${sameFunction} AND version = :version`,
        )
        .run({ ...place(record), version: Number(record.version), revisionId });
    },

    remove(record: FunctionRecord): void {
      known.forget(record, record.version);
      database
        .statement(`DELETE FROM lambda_version WHERE ${sameFunction} AND version = :version`)
        .run({ ...place(record), version: Number(record.version) });
    },
  };
}

function toRecord(row: VersionRow): FunctionRecord {
  return {
    accountId: row.account_id,
    region: row.region,
    name: row.name,
    version: String(row.version),
    settings: JSON.parse(row.settings) as FunctionSettings,
    codeBlob: row.code_blob,
    codeSize: row.code_size,
    unpackedSize: row.unpacked_size,
    // Tags belong to the function alone.
    tags: {},
    state: toState(row),
    revisionId: row.revision_id,
    modifiedMs: row.modified_ms,
  };
}

function toState(row: VersionRow): FunctionState {
  if (row.state === 'Pending') return { kind: 'pending' };
  if (row.state === 'Active') return { kind: 'active' };
  return { kind: 'failed', reason: row.state_reason ?? '', reasonCode: row.state_reason_code ?? '' };
}
