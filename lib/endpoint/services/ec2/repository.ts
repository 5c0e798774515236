import type { Database, SqlRow } from '../../store/database.ts';
import type { Kind, Place, RecordOf } from './records.ts';

interface BodyRow extends SqlRow {
  body: string;
}

interface CountRow extends SqlRow {
  name: string;
  count: number;
}

export type Ec2Repository = ReturnType<typeof createEc2Repository>;

const here = 'account_id = :accountId AND region = :region';
const placeOf = ({ accountId, region }: Place) => ({ accountId, region });
const bodyOf = <K extends Kind>(row: BodyRow) => JSON.parse(row.body) as RecordOf[K];

/** EC2's tables. Every method is one statement; callers put several in one transaction. */
export function createEc2Repository(database: Database) {
  return {
    transaction: <T>(work: () => T) => database.transaction(work),
    ...resourceTable(database),
    ...claimTable(database),
    /** False once it was marked before. */
    markPlace(place: Place, madeMs: number): boolean {
      return (
        database
          .statement('INSERT OR IGNORE INTO ec2_place VALUES (:accountId, :region, :madeMs)')
          .run({ ...placeOf(place), madeMs }).changes > 0
      );
    },
  };
}

function resourceTable(database: Database) {
  return {
    put<K extends Kind>(kind: K, record: RecordOf[K]): void {
      database
        .statement(
          `INSERT INTO ec2_resource VALUES (:accountId, :region, :kind, :id, :vpcId, :body)
           ON CONFLICT DO UPDATE SET body = excluded.body`,
        )
        .run({ ...placeOf(record), kind, id: record.id, vpcId: record.vpcId, body: JSON.stringify(record) });
    },
    find<K extends Kind>(place: Place, kind: K, id: string): RecordOf[K] | undefined {
      const row = database
        .statement<BodyRow>(`SELECT body FROM ec2_resource WHERE ${here} AND kind = :kind AND id = :id`)
        .get({ ...placeOf(place), kind, id });
      return row && bodyOf<K>(row);
    },
    /** Whichever account and Region it is of: ids are unique. */
    findAnywhere<K extends Kind>(kind: K, id: string): RecordOf[K] | undefined {
      const row = database
        .statement<BodyRow>('SELECT body FROM ec2_resource WHERE id = :id AND kind = :kind')
        .get({ kind, id });
      return row && bodyOf<K>(row);
    },
    list<K extends Kind>(place: Place, kind: K): RecordOf[K][] {
      return database
        .statement<BodyRow>(`SELECT body FROM ec2_resource WHERE ${here} AND kind = :kind ORDER BY id`)
        .all({ ...placeOf(place), kind })
        .map((row) => bodyOf<K>(row));
    },
    listInVpc<K extends Kind>(place: Place, kind: K, vpcId: string): RecordOf[K][] {
      return database
        .statement<BodyRow>(
          `SELECT body FROM ec2_resource WHERE ${here} AND kind = :kind AND vpc_id = :vpcId ORDER BY id`,
        )
        .all({ ...placeOf(place), kind, vpcId })
        .map((row) => bodyOf<K>(row));
    },
    count(place: Place, kind: Kind): number {
      const row = database
        .statement<CountRow>(`SELECT count(*) AS count FROM ec2_resource WHERE ${here} AND kind = :kind`)
        .get({ ...placeOf(place), kind });
      return row?.count ?? 0;
    },
    /** How many interfaces stand in each subnet. */
    interfaceCounts(place: Place): ReadonlyMap<string, number> {
      const rows = database
        .statement<CountRow>(
          `SELECT json_extract(body, '$.subnetId') AS name, count(*) AS count FROM ec2_resource
           WHERE ${here} AND kind = 'interface' GROUP BY name`,
        )
        .all(placeOf(place));
      return new Map(rows.map(({ name, count }) => [name, count]));
    },
    remove(place: Place, kind: Kind, id: string): void {
      database
        .statement(`DELETE FROM ec2_resource WHERE ${here} AND kind = :kind AND id = :id`)
        .run({ ...placeOf(place), kind, id });
    },
  };
}

function claimTable(database: Database) {
  return {
    claim(place: Place, claimant: string, interfaceId: string): void {
      database
        .statement('INSERT OR IGNORE INTO ec2_claim VALUES (:accountId, :region, :claimant, :interfaceId)')
        .run({ ...placeOf(place), claimant, interfaceId });
    },
    /** Ids of the interfaces that it held, or that all held whose names begin like it. */
    dropClaims(place: Place, claimant: string, isPrefix: boolean): string[] {
      const which = isPrefix ? 'substr(claimant, 1, length(:claimant)) = :claimant' : 'claimant = :claimant';
      return database
        .statement<{ interface_id: string }>(
          `DELETE FROM ec2_claim WHERE ${here} AND ${which} RETURNING interface_id`,
        )
        .all({ ...placeOf(place), claimant })
        .map((row) => row.interface_id);
    },
    isClaimed(place: Place, interfaceId: string): boolean {
      const row = database
        .statement(`SELECT 1 FROM ec2_claim WHERE ${here} AND interface_id = :interfaceId LIMIT 1`)
        .get({ ...placeOf(place), interfaceId });
      return row !== undefined;
    },
  };
}
