import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { claimInterfaces } from './network.ts';
import type { LambdaParts } from './parts.ts';
import type { FunctionRecord, FunctionSettings, FunctionState } from './records.ts';
import type { PublishedVersion } from './repository-versions.ts';

/**
 * Publishes `$LATEST`, or gives back the newest version if neither code nor settings have changed since it was
 * published; another description alone makes no new version (1.6) [rec]. A new version renews the revision of
 * `$LATEST` too, the old one does not (1.5) [rec]. Call in a transaction.
 */
export function publishLatest(
  parts: LambdaParts,
  latest: FunctionRecord,
  description: string | undefined,
  state: FunctionState,
): FunctionRecord {
  const newest = parts.repository.versions.newest(latest);
  if (newest && isCopyOf(newest, latest)) return newest.record;
  const published = publishCopy(parts, latest, state, description);
  parts.repository.update({ ...latest, revisionId: randomUUID() });
  return published;
}

/** Publishes `$LATEST` under the next number. Call in a transaction. */
export function publishCopy(
  parts: LambdaParts,
  latest: FunctionRecord,
  state: FunctionState,
  description = latest.settings.description,
): FunctionRecord {
  const record: FunctionRecord = {
    ...latest,
    version: parts.repository.versions.nextNumber(latest),
    settings: { ...latest.settings, description },
    tags: {},
    state,
    revisionId: randomUUID(),
    modifiedMs: parts.clock.now(),
  };
  claimInterfaces(parts, record, record.settings.vpc);
  const provider = record.settings.capacityProvider;
  if (provider) parts.repository.options.put(record, record.version, 'capacityProvider', provider.arn);
  parts.repository.versions.insert({ record, latestDescription: latest.settings.description });
  return record;
}

function isCopyOf(published: PublishedVersion, latest: FunctionRecord): boolean {
  if (published.record.codeBlob !== latest.codeBlob) return false;
  const before = { ...published.record.settings, description: published.latestDescription };
  return isDeepStrictEqual(comparable(before), comparable(latest.settings));
}

/** As kept: without members that are undefined, and without the generation, which every update renews. */
function comparable(settings: FunctionSettings): unknown {
  return JSON.parse(JSON.stringify({ ...settings, generation: '' }));
}
