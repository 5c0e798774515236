import type { Database, SqlRow } from '../../store/database.ts';
import { toBus, toRule, toTarget, type BusRow, type RuleRow, type TargetRow } from './rows.ts';
import type { BusKey, BusRecord, RuleKey, RuleRecord, TargetRecord } from './records.ts';

type Place = Pick<BusKey, 'accountId' | 'region'>;
const busKey = ({ accountId, region, name }: BusKey) => ({ accountId, region, name });
const ruleKey = ({ accountId, region, bus, name }: RuleKey) => ({ accountId, region, bus, name });
const sameRule = 'account_id = :accountId AND region = :region AND bus = :bus AND name = :name';
const ofRule = 'account_id = :accountId AND region = :region AND bus = :bus AND rule = :name';
const startsWith = 'substr(name, 1, length(:prefix)) = :prefix';

export type EventsRepository = ReturnType<typeof createEventsRepository>;

/** EventBridge's tables. Every method is one statement; callers put several in one transaction. */
export function createEventsRepository(database: Database) {
  return { ...busTable(database), ...ruleTable(database), ...targetTable(database) };
}

function busTable(database: Database) {
  const same = 'account_id = :accountId AND region = :region AND name = :name';
  return {
    findBus(key: BusKey): BusRecord | undefined {
      const row = database.statement<BusRow>(`SELECT * FROM events_bus WHERE ${same}`).get(busKey(key));
      return row && toBus(row);
    },
    putBus(bus: BusRecord): void {
      database
        .statement(
          `INSERT INTO events_bus (account_id, region, name, description, policy, tags, created_ms, modified_ms)
           VALUES (:accountId, :region, :name, :description, :policy, :tags, :createdMs, :modifiedMs)
           ON CONFLICT DO UPDATE SET description = excluded.description, policy = excluded.policy,
             tags = excluded.tags, modified_ms = excluded.modified_ms`,
        )
        .run({
          ...bus,
          description: bus.description ?? null,
          policy: bus.policy ?? null,
          tags: JSON.stringify(bus.tags),
        });
    },
    deleteBus(key: BusKey): void {
      database.statement(`DELETE FROM events_bus WHERE ${same}`).run(busKey(key));
    },
    pageOfBuses(
      { accountId, region }: Place,
      prefix: string,
      afterName: string,
      countMax: number,
    ): BusRecord[] {
      return database
        .statement<BusRow>(
          `SELECT * FROM events_bus WHERE account_id = :accountId AND region = :region AND name > :afterName
             AND ${startsWith} ORDER BY name LIMIT :countMax`,
        )
        .all({ accountId, region, prefix, afterName, countMax })
        .map(toBus);
    },
  };
}

function ruleTable(database: Database) {
  return {
    findRule(key: RuleKey): RuleRecord | undefined {
      const row = database
        .statement<RuleRow>(`SELECT * FROM events_rule WHERE ${sameRule}`)
        .get(ruleKey(key));
      return row && toRule(row);
    },
    putRule(rule: RuleRecord): void {
      database
        .statement(
          `INSERT INTO events_rule (account_id, region, bus, name, pattern, schedule, state, description, role_arn,
             tags, anchor_ms, next_ms)
           VALUES (:accountId, :region, :bus, :name, :pattern, :schedule, :state, :description, :roleArn, :tags,
             :anchorMs, :nextMs)
           ON CONFLICT DO UPDATE SET pattern = excluded.pattern, schedule = excluded.schedule,
             state = excluded.state, description = excluded.description, role_arn = excluded.role_arn,
             tags = excluded.tags, anchor_ms = excluded.anchor_ms, next_ms = excluded.next_ms`,
        )
        .run({
          ...rule,
          pattern: rule.pattern ?? null,
          schedule: rule.schedule ?? null,
          description: rule.description ?? null,
          roleArn: rule.roleArn ?? null,
          tags: JSON.stringify(rule.tags),
          nextMs: rule.nextMs ?? null,
        });
    },
    deleteRule(key: RuleKey): void {
      database.statement(`DELETE FROM events_rule WHERE ${sameRule}`).run(ruleKey(key));
    },
    pageOfRules(bus: BusKey, prefix: string, afterName: string, countMax: number): RuleRecord[] {
      return database
        .statement<RuleRow>(
          `SELECT * FROM events_rule WHERE account_id = :accountId AND region = :region AND bus = :bus
             AND name > :afterName AND ${startsWith} ORDER BY name LIMIT :countMax`,
        )
        .all({
          accountId: bus.accountId,
          region: bus.region,
          bus: bus.name,
          prefix,
          afterName,
          countMax,
        })
        .map(toRule);
    },
    /** Enabled rules of a bus that have a pattern; their number is limited by rules. */
    listeningRules({ accountId, region, name }: BusKey): RuleRecord[] {
      return database
        .statement<RuleRow>(
          `SELECT * FROM events_rule WHERE account_id = :accountId AND region = :region AND bus = :name
             AND pattern IS NOT NULL AND state <> 'DISABLED' ORDER BY name`,
        )
        .all({ accountId, region, name })
        .map(toRule);
    },
    countRules({ accountId, region, name }: BusKey): number {
      return (
        database
          .statement<{ count: number }>(
            `SELECT COUNT(*) AS count FROM events_rule WHERE account_id = :accountId AND region = :region
               AND bus = :name`,
          )
          .get({ accountId, region, name })?.count ?? 0
      );
    },
    dueRules(nowMs: number, countMax: number): RuleRecord[] {
      return database
        .statement<RuleRow>(
          'SELECT * FROM events_rule WHERE next_ms <= :nowMs ORDER BY next_ms LIMIT :countMax',
        )
        .all({ nowMs, countMax })
        .map(toRule);
    },
    nextDueMs(): number | undefined {
      return (
        database
          .statement<{ next_ms: number | null }>(
            'SELECT MIN(next_ms) AS next_ms FROM events_rule WHERE next_ms IS NOT NULL',
          )
          .get()?.next_ms ?? undefined
      );
    },
  };
}

function targetTable(database: Database) {
  return {
    putTarget({ rule, id, arn, settings }: TargetRecord): void {
      database
        .statement(
          `INSERT INTO events_target (account_id, region, bus, rule, id, arn, settings)
           VALUES (:accountId, :region, :bus, :name, :id, :arn, :settings)
           ON CONFLICT DO UPDATE SET arn = excluded.arn, settings = excluded.settings`,
        )
        .run({ ...ruleKey(rule), id, arn, settings: JSON.stringify(settings) });
    },
    removeTarget(rule: RuleKey, id: string): boolean {
      return (
        database
          .statement(`DELETE FROM events_target WHERE ${ofRule} AND id = :id`)
          .run({ ...ruleKey(rule), id }).changes > 0
      );
    },
    pageOfTargets(rule: RuleKey, afterId: string, countMax: number): TargetRecord[] {
      return database
        .statement<TargetRow>(
          `SELECT * FROM events_target WHERE ${ofRule} AND id > :afterId ORDER BY id LIMIT :countMax`,
        )
        .all({ ...ruleKey(rule), afterId, countMax })
        .map(toTarget);
    },
    pageOfRuleNames(bus: BusKey, arn: string, afterName: string, countMax: number): string[] {
      return database
        .statement<{ rule: string } & SqlRow>(
          `SELECT DISTINCT rule FROM events_target WHERE account_id = :accountId AND region = :region AND bus = :name
             AND arn = :arn AND rule > :afterName ORDER BY rule LIMIT :countMax`,
        )
        .all({ ...busKey(bus), arn, afterName, countMax })
        .map(({ rule }) => rule);
    },
  };
}
