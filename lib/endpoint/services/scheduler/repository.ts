import type { Database, SqlRow } from '../../store/database.ts';
import type { GroupKey, GroupRecord, ScheduleKey, ScheduleRecord, ScheduleSettings } from './records.ts';

interface GroupRow extends SqlRow {
  account_id: string;
  region: string;
  name: string;
  tags: string;
  created_ms: number;
  modified_ms: number;
}

interface ScheduleRow extends SqlRow {
  account_id: string;
  region: string;
  group_name: string;
  name: string;
  state: string;
  settings: string;
  created_ms: number;
  modified_ms: number;
  anchor_ms: number;
  next_ms: number | null;
}

interface Place {
  readonly accountId: string;
  readonly region: string;
}

export interface ScheduleFilter {
  /** Empty for all groups. */
  readonly group: string;
  readonly prefix: string;
  /** Empty for all states. */
  readonly state: string;
}

const groupKey = ({ accountId, region, name }: GroupKey) => ({ accountId, region, name });
const scheduleKey = ({ accountId, region, group, name }: ScheduleKey) => ({
  accountId,
  region,
  group,
  name,
});
const place = 'account_id = :accountId AND region = :region';
const sameSchedule = `${place} AND group_name = :group AND name = :name`;
const startsWith = 'substr(name, 1, length(:prefix)) = :prefix';

export type SchedulerRepository = ReturnType<typeof createSchedulerRepository>;

/** Scheduler's tables. Every method is one statement; callers put several in one transaction. */
export function createSchedulerRepository(database: Database) {
  return { ...groupTable(database), ...scheduleTable(database) };
}

function groupTable(database: Database) {
  return {
    findGroup(key: GroupKey): GroupRecord | undefined {
      const row = database
        .statement<GroupRow>(`SELECT * FROM scheduler_group WHERE ${place} AND name = :name`)
        .get(groupKey(key));
      return row && toGroup(row);
    },
    putGroup(group: GroupRecord): void {
      database
        .statement(
          `INSERT INTO scheduler_group (account_id, region, name, tags, created_ms, modified_ms)
           VALUES (:accountId, :region, :name, :tags, :createdMs, :modifiedMs)
           ON CONFLICT DO UPDATE SET tags = excluded.tags, modified_ms = excluded.modified_ms`,
        )
        .run({ ...group, tags: JSON.stringify(group.tags) });
    },
    deleteGroup(key: GroupKey): void {
      database.statement(`DELETE FROM scheduler_group WHERE ${place} AND name = :name`).run(groupKey(key));
    },
    deleteSchedulesOf(key: GroupKey): void {
      database
        .statement(`DELETE FROM scheduler_schedule WHERE ${place} AND group_name = :name`)
        .run(groupKey(key));
    },
    pageOfGroups(
      { accountId, region }: Place,
      prefix: string,
      after: string,
      countMax: number,
    ): GroupRecord[] {
      return database
        .statement<GroupRow>(
          `SELECT * FROM scheduler_group WHERE ${place} AND name > :after AND ${startsWith}
           ORDER BY name LIMIT :countMax`,
        )
        .all({ accountId, region, prefix, after, countMax })
        .map(toGroup);
    },
  };
}

function scheduleTable(database: Database) {
  return {
    findSchedule(key: ScheduleKey): ScheduleRecord | undefined {
      const row = database
        .statement<ScheduleRow>(`SELECT * FROM scheduler_schedule WHERE ${sameSchedule}`)
        .get(scheduleKey(key));
      return row && toSchedule(row);
    },
    putSchedule(schedule: ScheduleRecord): void {
      database
        .statement(
          `INSERT INTO scheduler_schedule (account_id, region, group_name, name, state, settings, created_ms,
             modified_ms, anchor_ms, next_ms)
           VALUES (:accountId, :region, :group, :name, :state, :settings, :createdMs, :modifiedMs, :anchorMs, :nextMs)
           ON CONFLICT DO UPDATE SET state = excluded.state, settings = excluded.settings,
             modified_ms = excluded.modified_ms, anchor_ms = excluded.anchor_ms, next_ms = excluded.next_ms`,
        )
        .run({
          ...schedule,
          settings: JSON.stringify(schedule.settings),
          nextMs: schedule.nextMs ?? null,
        });
    },
    deleteSchedule(key: ScheduleKey): void {
      database.statement(`DELETE FROM scheduler_schedule WHERE ${sameSchedule}`).run(scheduleKey(key));
    },
    pageOfSchedules(
      { accountId, region }: Place,
      filter: ScheduleFilter,
      after: { group: string; name: string },
      countMax: number,
    ): ScheduleRecord[] {
      return database
        .statement<ScheduleRow>(
          `SELECT * FROM scheduler_schedule WHERE ${place} AND (group_name, name) > (:afterGroup, :afterName)
             AND (:group = '' OR group_name = :group) AND (:state = '' OR state = :state) AND ${startsWith}
           ORDER BY group_name, name LIMIT :countMax`,
        )
        .all({ accountId, region, ...filter, afterGroup: after.group, afterName: after.name, countMax })
        .map(toSchedule);
    },
    dueSchedules(nowMs: number, countMax: number): ScheduleRecord[] {
      return database
        .statement<ScheduleRow>(
          'SELECT * FROM scheduler_schedule WHERE next_ms <= :nowMs ORDER BY next_ms LIMIT :countMax',
        )
        .all({ nowMs, countMax })
        .map(toSchedule);
    },
    nextDueMs(): number | undefined {
      return (
        database
          .statement<{ next_ms: number | null }>(
            'SELECT MIN(next_ms) AS next_ms FROM scheduler_schedule WHERE next_ms IS NOT NULL',
          )
          .get()?.next_ms ?? undefined
      );
    },
  };
}

function toGroup(row: GroupRow): GroupRecord {
  return {
    accountId: row.account_id,
    region: row.region,
    name: row.name,
    tags: JSON.parse(row.tags) as Record<string, string>,
    createdMs: row.created_ms,
    modifiedMs: row.modified_ms,
  };
}

function toSchedule(row: ScheduleRow): ScheduleRecord {
  return {
    accountId: row.account_id,
    region: row.region,
    group: row.group_name,
    name: row.name,
    state: row.state === 'DISABLED' ? 'DISABLED' : 'ENABLED',
    settings: JSON.parse(row.settings) as ScheduleSettings,
    createdMs: row.created_ms,
    modifiedMs: row.modified_ms,
    anchorMs: row.anchor_ms,
    nextMs: row.next_ms ?? undefined,
  };
}
