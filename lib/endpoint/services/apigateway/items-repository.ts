import type { Database, SqlRow } from '../../store/database.ts';

interface Place {
  readonly accountId: string;
  readonly region: string;
}

interface ItemRow extends SqlRow {
  document: string;
}

/** Days are written `2026-02-03`. */
export interface UsageDay {
  readonly keyId: string;
  readonly day: string;
  readonly used: number;
  /** What was left after the day; undefined when the plan had no quota. */
  readonly remaining: number | undefined;
}

/** Documents of one kind that belong to an account and Region. Each method is one statement. */
export interface ItemTable<Item> {
  find(place: Place, id: string): Item | undefined;
  /** By the second name that `put` was given. */
  lookUp(place: Place, lookup: string): Item | undefined;
  /** In whichever account and Region; for ids that are unique across them, as domain names are. */
  anywhere(id: string): Item | undefined;
  /** In order of id. */
  list(place: Place): Item[];
  put(place: Place, id: string, item: Item, more: { createdMs: number; lookup?: string }): void;
  remove(place: Place, id: string): void;
}

export function createItemTable<Item>(database: Database, kind: string): ItemTable<Item> {
  const parse = (row: ItemRow): Item => JSON.parse(row.document) as Item;
  const where = 'account_id = :accountId AND region = :region AND kind = :kind';
  return {
    find({ accountId, region }, id) {
      const row = database
        .statement<ItemRow>(`SELECT document FROM apigateway_item WHERE ${where} AND item_id = :id`)
        .get({ accountId, region, kind, id });
      return row && parse(row);
    },
    lookUp({ accountId, region }, lookup) {
      const row = database
        .statement<ItemRow>(`SELECT document FROM apigateway_item WHERE ${where} AND lookup = :lookup`)
        .get({ accountId, region, kind, lookup });
      return row && parse(row);
    },
    anywhere(id) {
      const row = database
        .statement<ItemRow>(
          'SELECT document FROM apigateway_item WHERE kind = :kind AND item_id = :id LIMIT 1',
        )
        .get({ kind, id });
      return row && parse(row);
    },
    list({ accountId, region }) {
      return database
        .statement<ItemRow>(`SELECT document FROM apigateway_item WHERE ${where} ORDER BY item_id`)
        .all({ accountId, region, kind })
        .map(parse);
    },
    put({ accountId, region }, id, item, { createdMs, lookup }) {
      database
        .statement(
          `INSERT INTO apigateway_item (account_id, region, kind, item_id, lookup, created_ms, document)
           VALUES (:accountId, :region, :kind, :id, :lookup, :createdMs, :document)
           ON CONFLICT (account_id, region, kind, item_id) DO UPDATE SET lookup = :lookup, document = :document`,
        )
        .run({
          accountId,
          region,
          kind,
          id,
          lookup: lookup ?? null,
          createdMs,
          document: JSON.stringify(item),
        });
    },
    remove({ accountId, region }, id) {
      database
        .statement(`DELETE FROM apigateway_item WHERE ${where} AND item_id = :id`)
        .run({ accountId, region, kind, id });
    },
  };
}

export type UsageRepository = ReturnType<typeof createUsageRepository>;

interface UsageRow extends SqlRow {
  key_id: string;
  day: string;
  used: number;
  remaining: number;
}

/** Stands in the column for a plan without a quota. */
const noQuota = -1;

/** Requests of keys in plans by day. Each method is one statement. */
export function createUsageRepository(database: Database) {
  return {
    put(planId: string, { keyId, day, used, remaining = noQuota }: UsageDay): void {
      database
        .statement(
          `INSERT INTO apigateway_usage (plan_id, key_id, day, used, remaining)
           VALUES (:planId, :keyId, :day, :used, :remaining)
           ON CONFLICT (plan_id, key_id, day) DO UPDATE SET used = :used, remaining = :remaining`,
        )
        .run({ planId, keyId, day, used, remaining });
    },

    /** From the first day to the last, both included; by key, then by day. */
    list(planId: string, firstDay: string, lastDay: string): UsageDay[] {
      return database
        .statement<UsageRow>(
          `SELECT key_id, day, used, remaining FROM apigateway_usage
           WHERE plan_id = :planId AND day BETWEEN :firstDay AND :lastDay ORDER BY key_id, day`,
        )
        .all({ planId, firstDay, lastDay })
        .map(toUsageDay);
    },

    /** The last day of a key with a request, from the first day on. */
    last(planId: string, keyId: string, firstDay: string): UsageDay | undefined {
      const row = database
        .statement<UsageRow>(
          `SELECT key_id, day, used, remaining FROM apigateway_usage
           WHERE plan_id = :planId AND key_id = :keyId AND day >= :firstDay ORDER BY day DESC LIMIT 1`,
        )
        .get({ planId, keyId, firstDay });
      return row && toUsageDay(row);
    },

    /** Raises or lowers what each key of a plan has left, after its last day with a request. */
    shiftRemaining(planId: string, by: number): void {
      database
        .statement(
          `UPDATE apigateway_usage AS own SET remaining = max(0, remaining + :by)
           WHERE plan_id = :planId AND remaining >= 0 AND day =
             (SELECT max(day) FROM apigateway_usage WHERE plan_id = :planId AND key_id = own.key_id)`,
        )
        .run({ planId, by });
    },

    removeBefore(planId: string, keyId: string, day: string): void {
      database
        .statement('DELETE FROM apigateway_usage WHERE plan_id = :planId AND key_id = :keyId AND day < :day')
        .run({ planId, keyId, day });
    },

    removePlan(planId: string): void {
      database.statement('DELETE FROM apigateway_usage WHERE plan_id = :planId').run({ planId });
    },
  };
}

function toUsageDay({ key_id: keyId, day, used, remaining }: UsageRow): UsageDay {
  return { keyId, day, used, remaining: remaining === noQuota ? undefined : remaining };
}
