import type { ApiKeyIds, CreateApiKeyRequest } from '@aws-sdk/client-api-gateway';
import type { RequestContext } from '../service.ts';
import { badRequest, conflict, limitExceeded, notFound } from './errors.ts';
import { newId, newKeyValue } from './identifiers.ts';
import type { RestApiParts } from './parts.ts';
import { applyPatch, flag, text, type PatchRule } from './patch.ts';
import { addPlanKey } from './plans.ts';
import type { StoredApiKey } from './records.ts';
import { readCsv } from './rules/csv.ts';
import { limits } from './rules/limits.ts';

type Place = Pick<RequestContext, 'accountId' | 'region'>;

export function findKeyOrThrow(parts: RestApiParts, place: Place, id: string): StoredApiKey {
  const key = parts.items.keys.find(place, id);
  if (!key) throw notFound('Invalid API Key identifier specified');
  return key;
}

/** `api/stage` of every stage that the key's plans hold. */
export function stageKeysOf(parts: RestApiParts, place: Place, keyId: string): string[] {
  return parts.items.planKeys
    .list(place)
    .filter((member) => member.keyId === keyId)
    .flatMap(({ planId }) => parts.items.plans.find(place, planId)?.apiStages ?? [])
    .map(({ apiId, stage }) => `${apiId ?? ''}/${stage ?? ''}`);
}

export function newKey(parts: RestApiParts, place: Place, input: CreateApiKeyRequest): StoredApiKey {
  assertKey(input);
  const value = input.value || newKeyValue();
  if (value.length < 20) throw badRequest('API Key value should be at least 20 characters');
  if (value.length > 128) throw badRequest('API Key value exceeds maximum size of 128 characters');
  if (parts.items.keys.lookUp(place, value)) throw conflict('API Key already exists');
  if (parts.items.keys.list(place).length >= limits.keys)
    throw limitExceeded(`Maximum number of API keys for this account has been reached: ${limits.keys}.`);
  const nowMs = parts.clock.now();
  const key: StoredApiKey = {
    id: newId(10),
    value,
    name: input.name || undefined,
    description: input.description,
    customerId: input.customerId,
    enabled: input.enabled ?? false,
    tags: input.tags ?? {},
    createdMs: nowMs,
    updatedMs: nowMs,
  };
  parts.items.keys.put(place, key.id, key, { createdMs: nowMs, lookup: value });
  return key;
}

function assertKey({ name = '', description = '' }: Pick<CreateApiKeyRequest, 'name' | 'description'>): void {
  if (name.length > 1024) throw badRequest('Invalid API Key name, can be at most 1024 characters.');
  if (description.length > 125_000) throw badRequest('Invalid API Key description specified.');
}

const rules: readonly PatchRule<StoredApiKey>[] = [
  text('description', { isRemovable: true }),
  flag('enabled'),
  text('name', { isRemovable: true }),
  text('customerId', { isRemovable: true }),
];

export function patchKey(key: StoredApiKey, operations: Parameters<typeof applyPatch>[1]): void {
  applyPatch(key, operations, rules);
  assertKey(key);
}

/** Columns `Name, Key, Description, Enabled, UsagePlanIds` in any order; a value that is there already is changed. */
export function importKeys(
  parts: RestApiParts,
  place: Place,
  csv: string,
  failOnWarnings: boolean,
): ApiKeyIds {
  const rows = readCsv(csv);
  if (rows.length === 0)
    throw badRequest('The file contains no API keys: it needs a header line and one line a key.');
  const warnings: string[] = [];
  const ids = rows.map((row) => {
    const value = row['key'] ?? '';
    const enabled = (row['enabled'] ?? '').toLowerCase() !== 'false';
    const known = parts.items.keys.lookUp(place, value);
    const given = { name: row['name'], description: row['description'], enabled };
    const key = known ? { ...known, ...given } : newKey(parts, place, { ...given, value });
    parts.items.keys.put(place, key.id, key, { createdMs: key.createdMs, lookup: key.value });
    for (const planId of (row['usageplanids'] ?? '').split(',').map((id) => id.trim())) {
      if (planId === '') continue;
      const plan = parts.items.plans.find(place, planId);
      if (!plan) warnings.push(`Invalid Usage Plan ID specified: ${planId}`);
      else if (!parts.items.planKeys.find(place, `${planId}/${key.id}`))
        addPlanKey(parts, place, plan, key.id);
    }
    return key.id;
  });
  if (failOnWarnings && warnings[0] !== undefined) throw badRequest(warnings.join('; '));
  return { ids, warnings };
}
