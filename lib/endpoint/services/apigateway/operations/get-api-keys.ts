import type { ApiKeys, GetApiKeysRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { stageKeysOf } from '../keys.ts';
import { pageOf } from '../paging.ts';
import { showKey, withoutEmptyTags } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function getApiKeys(parts: RestApiParts): Operation<Given<GetApiKeysRequest>, ApiKeys> {
  return (input, context) => {
    const keys = parts.items.keys
      .list(context)
      .filter((key) => input.nameQuery === undefined || (key.name ?? '').startsWith(input.nameQuery))
      .filter((key) => input.customerId === undefined || key.customerId === input.customerId);
    return pageOf(
      keys,
      input,
      ({ id }) => id,
      (key) =>
        withoutEmptyTags(
          showKey(key, {
            withValue: input.includeValues === true,
            stageKeys: stageKeysOf(parts, context, key.id),
          }),
        ),
    );
  };
}
