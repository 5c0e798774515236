import type { SchemaRecord, VersionRecord } from './records.ts';
import type { SchemasParts } from './parts.ts';

/** Writes the next version of a schema and answers both as they are then. Call it in a transaction. */
export function writeNextVersion(
  { repository, clock }: Pick<SchemasParts, 'repository' | 'clock'>,
  before: Omit<SchemaRecord, 'modifiedMs'>,
  content: string,
  clientToken?: string,
): { schema: SchemaRecord; version: VersionRecord } {
  const { accountId, region, registry, name, type } = before;
  const nowMs = clock.now();
  const schema = { ...before, latest: before.latest + 1, modifiedMs: nowMs };
  const version = {
    ...{ accountId, region, registry, name, type, content },
    version: schema.latest,
    ...(clientToken !== undefined && { clientToken }),
    createdMs: nowMs,
  };
  repository.putSchema(schema);
  repository.insertVersion(version);
  return { schema, version };
}
