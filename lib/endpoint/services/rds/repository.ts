import type { Database, SqlRow } from '../../store/database.ts';
import type {
  InstanceRecord,
  InstanceSettings,
  PoolSettings,
  ProxyRecord,
  ProxySettings,
  RdsPlace,
} from './records.ts';

interface InstanceRow extends SqlRow {
  account_id: string;
  region: string;
  name: string;
  resource_id: string;
  settings: string;
  tags: string;
  created_ms: number;
}

interface ProxyRow extends SqlRow {
  account_id: string;
  region: string;
  id: string;
  name: string;
  settings: string;
  pool: string;
  tags: string;
  port: number;
  target: string | null;
  created_ms: number;
  updated_ms: number;
}

interface Page {
  readonly after: string;
  readonly countMax: number;
}

export type RdsRepository = ReturnType<typeof createRdsRepository>;

const here = 'account_id = :accountId AND region = :region';

/** RDS's tables. Every method is one statement; callers put several in one transaction. */
export function createRdsRepository(database: Database) {
  return {
    transaction: <T>(work: () => T) => database.transaction(work),
    ...instanceTable(database),
    ...proxyTable(database),
  };
}

function instanceTable(database: Database) {
  return {
    putInstance(instance: InstanceRecord): void {
      database
        .statement(
          `INSERT INTO rds_instance (account_id, region, name, resource_id, settings, tags, created_ms)
           VALUES (:accountId, :region, :name, :resourceId, :settings, :tags, :createdMs)
           ON CONFLICT DO UPDATE SET settings = excluded.settings, tags = excluded.tags`,
        )
        .run({
          ...instance,
          settings: JSON.stringify(instance.settings),
          tags: JSON.stringify(instance.tags),
        });
    },
    findInstance({ accountId, region }: RdsPlace, name: string): InstanceRecord | undefined {
      const row = database
        .statement<InstanceRow>(`SELECT * FROM rds_instance WHERE ${here} AND name = :name`)
        .get({ accountId, region, name });
      return row && toInstance(row);
    },
    pageOfInstances({ accountId, region }: RdsPlace, page: Page): InstanceRecord[] {
      return database
        .statement<InstanceRow>(
          `SELECT * FROM rds_instance WHERE ${here} AND name > :after ORDER BY name LIMIT :countMax`,
        )
        .all({ accountId, region, ...page })
        .map(toInstance);
    },
    deleteInstance({ accountId, region, name }: InstanceRecord): void {
      database
        .statement(`DELETE FROM rds_instance WHERE ${here} AND name = :name`)
        .run({ accountId, region, name });
    },
  };
}

function proxyTable(database: Database) {
  return {
    putProxy(proxy: ProxyRecord): void {
      database
        .statement(
          `INSERT INTO rds_proxy (account_id, region, id, name, settings, pool, tags, port, target, created_ms, updated_ms)
           VALUES (:accountId, :region, :id, :name, :settings, :pool, :tags, :port, :target, :createdMs, :updatedMs)
           ON CONFLICT (account_id, region, id) DO UPDATE SET name = excluded.name, settings = excluded.settings,
             pool = excluded.pool, tags = excluded.tags, port = excluded.port, target = excluded.target,
             updated_ms = excluded.updated_ms`,
        )
        .run({
          ...proxy,
          settings: JSON.stringify(proxy.settings),
          pool: JSON.stringify(proxy.pool),
          tags: JSON.stringify(proxy.tags),
          target: proxy.target ?? null,
        });
    },
    findProxy({ accountId, region }: RdsPlace, name: string): ProxyRecord | undefined {
      const row = database
        .statement<ProxyRow>(`SELECT * FROM rds_proxy WHERE ${here} AND name = :name`)
        .get({ accountId, region, name });
      return row && toProxy(row);
    },
    findProxyById({ accountId, region }: RdsPlace, id: string): ProxyRecord | undefined {
      const row = database
        .statement<ProxyRow>(`SELECT * FROM rds_proxy WHERE ${here} AND id = :id`)
        .get({ accountId, region, id });
      return row && toProxy(row);
    },
    pageOfProxies({ accountId, region }: RdsPlace, page: Page): ProxyRecord[] {
      return database
        .statement<ProxyRow>(
          `SELECT * FROM rds_proxy WHERE ${here} AND name > :after ORDER BY name LIMIT :countMax`,
        )
        .all({ accountId, region, ...page })
        .map(toProxy);
    },
    /** Of every account and Region, for the start. */
    everyProxy(): ProxyRecord[] {
      return database
        .statement<ProxyRow>('SELECT * FROM rds_proxy ORDER BY account_id, region, id')
        .all()
        .map(toProxy);
    },
    deleteProxy({ accountId, region, id }: ProxyRecord): void {
      database.statement(`DELETE FROM rds_proxy WHERE ${here} AND id = :id`).run({ accountId, region, id });
    },
  };
}

function toInstance(row: InstanceRow): InstanceRecord {
  return {
    accountId: row.account_id,
    region: row.region,
    name: row.name,
    resourceId: row.resource_id,
    settings: JSON.parse(row.settings) as InstanceSettings,
    tags: JSON.parse(row.tags) as Record<string, string>,
    createdMs: row.created_ms,
  };
}

function toProxy(row: ProxyRow): ProxyRecord {
  return {
    accountId: row.account_id,
    region: row.region,
    id: row.id,
    name: row.name,
    settings: JSON.parse(row.settings) as ProxySettings,
    pool: JSON.parse(row.pool) as PoolSettings,
    tags: JSON.parse(row.tags) as Record<string, string>,
    port: row.port,
    target: row.target ?? undefined,
    createdMs: row.created_ms,
    updatedMs: row.updated_ms,
  };
}
