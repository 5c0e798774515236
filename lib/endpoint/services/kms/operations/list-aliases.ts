import type { ListAliasesRequest, ListAliasesResponse } from '@aws-sdk/client-kms';
import type { Given, Operation } from '../../service.ts';
import { outOfBounds } from '../errors.ts';
import { aliasArn, findKeyOrThrow } from '../keys.ts';
import type { KmsParts } from '../parts.ts';
import { pageOutput, readMarker } from '../rules.ts';

export function listAliases(parts: KmsParts): Operation<Given<ListAliasesRequest>, ListAliasesResponse> {
  return (input, context) => {
    const size = input.Limit ?? 50;
    if (size < 1 || size > 100) throw outOfBounds('limit', 'Member must be between 1 and 100');
    const keyId = input.KeyId === undefined ? null : findKeyOrThrow(parts, input.KeyId, context).id;
    const after = readMarker(input.Marker);
    const found = parts.repository.pageOfAliases(context, keyId, { after, countMax: size + 1 });
    return {
      Aliases: found.slice(0, size).map((alias) => ({
        AliasName: alias.name,
        AliasArn: aliasArn(alias),
        TargetKeyId: alias.keyId,
        CreationDate: new Date(alias.createdMs),
        LastUpdatedDate: new Date(alias.modifiedMs),
      })),
      ...pageOutput(found, size, ({ name }) => name),
    };
  };
}
