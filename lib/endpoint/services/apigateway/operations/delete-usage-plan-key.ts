import type { DeleteUsagePlanKeyRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findPlanKeyOrThrow } from '../plans.ts';
import type { RestApiParts } from '../parts.ts';

export function deleteUsagePlanKey(parts: RestApiParts): Operation<Given<DeleteUsagePlanKeyRequest>, object> {
  return (input, context) => {
    const { planId, keyId } = findPlanKeyOrThrow(parts, context, input.usagePlanId, input.keyId);
    parts.items.planKeys.remove(context, `${planId}/${keyId}`);
    parts.itemsChanged();
    return {};
  };
}
