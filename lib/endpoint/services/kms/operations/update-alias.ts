import type { UpdateAliasRequest } from '@aws-sdk/client-kms';
import type { Given, Operation } from '../../service.ts';
import { aliasNotFound } from '../errors.ts';
import { aliasArn, assertNotPending, findKeyOrThrow } from '../keys.ts';
import { assertNotManaged } from '../managed-keys.ts';
import type { KmsParts } from '../parts.ts';
import { assertAliasName } from '../rules.ts';

export function updateAlias(parts: KmsParts): Operation<Given<UpdateAliasRequest>> {
  const { repository, clock } = parts;
  return (input, { accountId, region }) => {
    const name = input.AliasName;
    assertAliasName(name);
    const place = { accountId, region };
    repository.transaction(() => {
      const alias = repository.findAlias(place, name);
      if (!alias) throw aliasNotFound(aliasArn({ ...place, name }));
      const key = findKeyOrThrow(parts, input.TargetKeyId, place);
      assertNotPending(key);
      assertNotManaged(parts, key);
      repository.putAlias({ ...alias, keyId: key.id, modifiedMs: clock.now() });
    });
  };
}
