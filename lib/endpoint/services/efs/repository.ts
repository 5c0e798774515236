import type { Database, SqlRow } from '../../store/database.ts';
import type { Kind, Place, RecordOf } from './records.ts';

interface BodyRow extends SqlRow {
  body: string;
}

interface Page {
  readonly after: string;
  readonly countMax: number;
}

export type EfsRepository = ReturnType<typeof createEfsRepository>;

const here = 'account_id = :accountId AND region = :region AND kind = :kind';
const keyOf = ({ accountId, region }: Place, kind: Kind) => ({ accountId, region, kind });
const bodyOf = <K extends Kind>(row: BodyRow) => JSON.parse(row.body) as RecordOf[K];

/** EFS's table. Every method is one statement; callers put several in one transaction. */
export function createEfsRepository(database: Database) {
  return {
    transaction: <T>(work: () => T) => database.transaction(work),
    put<K extends Kind>(kind: K, record: RecordOf[K]): void {
      database
        .statement(
          `INSERT INTO efs_resource VALUES (:accountId, :region, :kind, :id, :fileSystemId, :token, :body)
           ON CONFLICT (account_id, region, kind, id) DO UPDATE SET body = excluded.body`,
        )
        .run({
          ...keyOf(record, kind),
          id: record.id,
          fileSystemId: record.fileSystemId,
          token: 'token' in record ? record.token : null,
          body: JSON.stringify(record),
        });
    },
    find<K extends Kind>(place: Place, kind: K, id: string): RecordOf[K] | undefined {
      const row = database
        .statement<BodyRow>(`SELECT body FROM efs_resource WHERE ${here} AND id = :id`)
        .get({ ...keyOf(place, kind), id });
      return row && bodyOf<K>(row);
    },
    findByToken<K extends Kind>(place: Place, kind: K, token: string): RecordOf[K] | undefined {
      const row = database
        .statement<BodyRow>(`SELECT body FROM efs_resource WHERE ${here} AND token = :token`)
        .get({ ...keyOf(place, kind), token });
      return row && bodyOf<K>(row);
    },
    /** In order of id; of one file system, or of all. */
    page<K extends Kind>(place: Place, kind: K, fileSystemId: string | undefined, page: Page): RecordOf[K][] {
      const only = fileSystemId === undefined ? '' : 'AND file_system_id = :fileSystemId';
      return database
        .statement<BodyRow>(
          `SELECT body FROM efs_resource WHERE ${here} ${only} AND id > :after ORDER BY id LIMIT :countMax`,
        )
        .all({ ...keyOf(place, kind), ...page, ...(fileSystemId !== undefined && { fileSystemId }) })
        .map((row) => bodyOf<K>(row));
    },
    count(place: Place, kind: Kind, fileSystemId: string | undefined): number {
      const only = fileSystemId === undefined ? '' : 'AND file_system_id = :fileSystemId';
      const row = database
        .statement<{ count: number }>(`SELECT count(*) AS count FROM efs_resource WHERE ${here} ${only}`)
        .get({ ...keyOf(place, kind), ...(fileSystemId !== undefined && { fileSystemId }) });
      return row?.count ?? 0;
    },
    remove(place: Place, kind: Kind, id: string): void {
      database
        .statement(`DELETE FROM efs_resource WHERE ${here} AND id = :id`)
        .run({ ...keyOf(place, kind), id });
    },
    /** Everything of a file system, itself included. */
    removeFileSystem({ accountId, region }: Place, fileSystemId: string): void {
      database
        .statement(
          `DELETE FROM efs_resource
           WHERE account_id = :accountId AND region = :region AND file_system_id = :fileSystemId`,
        )
        .run({ accountId, region, fileSystemId });
    },
    /** Of all accounts and Regions, for the sweep at start. */
    fileSystemIds(): ReadonlySet<string> {
      return new Set(
        database
          .statement<{ id: string }>(`SELECT id FROM efs_resource WHERE kind = 'file-system'`)
          .all()
          .map(({ id }) => id),
      );
    },
  };
}
