import type { GetUsagePlanKeysRequest, UsagePlanKeys } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { pageOf } from '../paging.ts';
import type { RestApiParts } from '../parts.ts';

export function getUsagePlanKeys(
  parts: RestApiParts,
): Operation<Given<GetUsagePlanKeysRequest>, UsagePlanKeys> {
  return (input, context) => {
    // An unknown plan has none [rec].
    const planId = input.usagePlanId;
    const keys = parts.items.planKeys
      .list(context)
      .filter((member) => member.planId === planId)
      .flatMap(({ keyId }) => parts.items.keys.find(context, keyId) ?? [])
      .filter(({ name = '' }) => input.nameQuery === undefined || name.startsWith(input.nameQuery));
    return pageOf(
      keys,
      input,
      ({ id }) => id,
      ({ id, name, value }) => ({ id, type: 'API_KEY', name, value }),
    );
  };
}
