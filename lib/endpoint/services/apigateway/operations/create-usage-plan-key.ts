import type { CreateUsagePlanKeyRequest, UsagePlanKey } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { badRequest } from '../errors.ts';
import { findKeyOrThrow } from '../keys.ts';
import { addPlanKey, findPlanOrThrow } from '../plans.ts';
import type { RestApiParts } from '../parts.ts';

export function createUsagePlanKey(
  parts: RestApiParts,
): Operation<Given<CreateUsagePlanKeyRequest>, UsagePlanKey> {
  return (input, context) => {
    if (input.keyType !== 'API_KEY') throw badRequest('Invalid key type specified: it must be API_KEY');
    const key = parts.repository.transaction(() => {
      const plan = findPlanOrThrow(parts, context, input.usagePlanId);
      const found = findKeyOrThrow(parts, context, input.keyId);
      addPlanKey(parts, context, plan, found.id);
      return found;
    });
    parts.itemsChanged();
    return { id: key.id, type: 'API_KEY', value: key.value, name: key.name };
  };
}
