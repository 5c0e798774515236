import { randomBytes, randomUUID } from 'node:crypto';
import { wrapMaterial } from './cryptography.ts';
import { keyBytes } from './envelope.ts';
import { managedByAws } from './errors.ts';
import { keyArn } from './keys.ts';
import type { KmsParts } from './parts.ts';
import type { KeyPlace, KeyRecord } from './records.ts';

export const managedPrefix = 'alias/aws/';

/** The key of a service, e.g. of `alias/aws/ssm`, which is made when it is first needed. Returns its ARN. */
export function managedKeyArn(
  { repository, clock, rootKey }: KmsParts,
  { accountId, region }: KeyPlace,
  service: { readonly alias: `alias/aws/${string}`; readonly description: string },
): string {
  const place = { accountId, region };
  return repository.transaction(() => {
    const alias = repository.findAlias(place, service.alias);
    if (alias) return keyArn({ ...place, id: alias.keyId });
    const facts = {
      ...place,
      id: randomUUID(),
      description: service.description,
      tags: {},
      isEnabled: true,
      createdMs: clock.now(),
      deletionMs: undefined,
    };
    repository.putKey({ ...facts, material: wrapMaterial(rootKey, facts, randomBytes(keyBytes)) });
    const times = { createdMs: clock.now(), modifiedMs: clock.now() };
    repository.putAlias({ ...place, name: service.alias, keyId: facts.id, ...times });
    return keyArn(facts);
  });
}

/** A key of AWS's has an alias that nobody else can make. */
export function isManaged({ repository }: Pick<KmsParts, 'repository'>, key: KeyRecord): boolean {
  const [first] = repository.pageOfAliases(key, key.id, { after: managedPrefix, countMax: 1 });
  return first?.name.startsWith(managedPrefix) ?? false;
}

export function assertNotManaged(parts: Pick<KmsParts, 'repository'>, key: KeyRecord): void {
  if (isManaged(parts, key)) throw managedByAws(keyArn(key));
}
