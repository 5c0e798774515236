import type { Database, SqlRow } from '../../store/database.ts';
import type { Tags } from './rules/tags.ts';

/** Where a resource is, and what it is called. */
export interface ResourceKey {
  readonly accountId: string;
  readonly region: string;
  readonly name: string;
}

export type ResourceKind = 'code-signing-config' | 'capacity-provider';

export interface ResourceRecord<Document> extends ResourceKey {
  readonly document: Document;
  readonly tags: Tags;
  readonly modifiedMs: number;
}

interface ResourceRow extends SqlRow {
  account_id: string;
  region: string;
  name: string;
  document: string;
  tags: string;
  modified_ms: number;
}

export type ResourceRepository = ReturnType<typeof createResourceRepository>;

const same = 'account_id = :accountId AND region = :region AND kind = :kind AND name = :name';

/** Resources of one kind each. Every method is one statement. */
export function createResourceRepository(database: Database) {
  const place = (kind: ResourceKind, { accountId, region, name }: ResourceKey) => ({
    kind,
    accountId,
    region,
    name,
  });
  return {
    find<Document>(kind: ResourceKind, key: ResourceKey): ResourceRecord<Document> | undefined {
      const row = database
        .statement<ResourceRow>(`SELECT * FROM lambda_resource WHERE ${same}`)
        .get(place(kind, key));
      return row && toResource<Document>(row);
    },
    put(kind: ResourceKind, record: ResourceRecord<object>): void {
      database
        .statement(
          `INSERT INTO lambda_resource (account_id, region, kind, name, document, tags, modified_ms)
           VALUES (:accountId, :region, :kind, :name, :document, :tags, :modifiedMs)
           ON CONFLICT DO UPDATE SET document = excluded.document, tags = excluded.tags,
             modified_ms = excluded.modified_ms`,
        )
        .run({
          ...place(kind, record),
          document: JSON.stringify(record.document),
          tags: JSON.stringify(record.tags),
          modifiedMs: record.modifiedMs,
        });
    },
    remove(kind: ResourceKind, key: ResourceKey): void {
      database.statement(`DELETE FROM lambda_resource WHERE ${same}`).run(place(kind, key));
    },
    /** In order of name. */
    page<Document>(
      kind: ResourceKind,
      { accountId, region }: Pick<ResourceKey, 'accountId' | 'region'>,
      page: { readonly after: string; readonly countMax: number },
    ): ResourceRecord<Document>[] {
      return database
        .statement<ResourceRow>(
          `SELECT * FROM lambda_resource WHERE account_id = :accountId AND region = :region AND kind = :kind
             AND name > :after ORDER BY name LIMIT :countMax`,
        )
        .all({ kind, accountId, region, ...page })
        .map((row) => toResource<Document>(row));
    },
  };
}

function toResource<Document>(row: ResourceRow): ResourceRecord<Document> {
  return {
    accountId: row.account_id,
    region: row.region,
    name: row.name,
    document: JSON.parse(row.document) as Document,
    tags: JSON.parse(row.tags) as Tags,
    modifiedMs: row.modified_ms,
  };
}
