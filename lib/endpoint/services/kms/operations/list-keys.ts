import type { ListKeysRequest, ListKeysResponse } from '@aws-sdk/client-kms';
import type { Given, Operation } from '../../service.ts';
import { outOfBounds } from '../errors.ts';
import { keyArn } from '../keys.ts';
import type { KmsParts } from '../parts.ts';
import { pageOutput, readMarker } from '../rules.ts';

export function listKeys({
  repository,
  clock,
}: KmsParts): Operation<Given<ListKeysRequest>, ListKeysResponse> {
  return (input, context) => {
    const size = input.Limit ?? 100;
    if (size < 1 || size > 1000) throw outOfBounds('limit', 'Member must be between 1 and 1000');
    repository.transaction(() => repository.deleteKeysBefore(clock.now()));
    const after = readMarker(input.Marker);
    const found = repository.pageOfKeys(context, { after, countMax: size + 1 });
    return {
      Keys: found.slice(0, size).map((key) => ({ KeyId: key.id, KeyArn: keyArn(key) })),
      ...pageOutput(found, size, ({ id }) => id),
    };
  };
}
