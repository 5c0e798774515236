import type { DeleteAliasRequest } from '@aws-sdk/client-kms';
import type { Given, Operation } from '../../service.ts';
import { aliasNotFound } from '../errors.ts';
import { aliasArn } from '../keys.ts';
import type { KmsParts } from '../parts.ts';
import { assertAliasName } from '../rules.ts';

export function deleteAlias({ repository }: KmsParts): Operation<Given<DeleteAliasRequest>> {
  return (input, { accountId, region }) => {
    assertAliasName(input.AliasName);
    const place = { accountId, region };
    repository.transaction(() => {
      const alias = repository.findAlias(place, input.AliasName);
      if (!alias) throw aliasNotFound(aliasArn({ ...place, name: input.AliasName }));
      repository.deleteAlias(alias);
    });
  };
}
