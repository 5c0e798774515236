import type { CreateAliasRequest } from '@aws-sdk/client-kms';
import type { Given, Operation } from '../../service.ts';
import { aliasExists } from '../errors.ts';
import { aliasArn, assertNotPending, findKeyOrThrow } from '../keys.ts';
import { assertNotManaged } from '../managed-keys.ts';
import type { KmsParts } from '../parts.ts';
import { assertAliasName } from '../rules.ts';

export function createAlias(parts: KmsParts): Operation<Given<CreateAliasRequest>> {
  const { repository, clock } = parts;
  return (input, { accountId, region }) => {
    const name = input.AliasName;
    assertAliasName(name);
    const place = { accountId, region };
    repository.transaction(() => {
      const key = findKeyOrThrow(parts, input.TargetKeyId, place);
      assertNotPending(key);
      assertNotManaged(parts, key);
      if (repository.findAlias(place, name)) throw aliasExists(aliasArn({ ...place, name }));
      repository.putAlias({ ...place, name, keyId: key.id, createdMs: clock.now(), modifiedMs: clock.now() });
    });
  };
}
