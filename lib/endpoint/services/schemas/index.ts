/**
 * Amazon EventBridge Schemas: registries of schemas with versions, as far as Lambda's shareable test events, and programs
 * that keep schemas of their own, need them.
 *
 * Gaps: discoverers, code bindings, resource policies and ExportSchema (which AWS refuses for registries of one's own) are
 * not there. The registries `aws.events` and `discovered-schemas` are empty of schemas and therefore not listed. Content is
 * checked to be a document of its format, not against the whole standard of that format.
 *
 * By design: a schema has at least one version; its number is never given twice. A search looks into names and the newest
 * content, a thousand schemas a request, and hands out a token for the rest, so that a page may be shorter than its limit.
 *
 * Client quirks: `sam remote test-event` asks GetDiscoveredSchema before it creates a schema.
 *
 * Unconfirmed: the texts of refusals; that a registry with schemas, and the last version of a schema, are not deleted; that
 * an update with content makes a version even where the content is the same. Quotas are those of EventBridge's guide: 10
 * registries, 100 versions of a schema.
 */
import type { Database } from '../../store/database.ts';
import { createGroupCommit } from '../../store/group-commit.ts';
import { bindOperations } from '../bind-operations.ts';
import type { Clock } from '../clock.ts';
import type { Service } from '../service.ts';
import { operations } from './generated/operations.ts';
import type { SchemasParts } from './parts.ts';
import { createSchemasRepository } from './repository.ts';

export interface SchemasOptions {
  readonly database: Database;
  readonly clock: Clock;
}

export function createSchemasService({ database, clock }: SchemasOptions): Service {
  const commits = createGroupCommit(database);
  const parts: SchemasParts = { repository: createSchemasRepository(database), commits, clock };
  return { name: 'schemas', operations: bindOperations(operations, parts) };
}
