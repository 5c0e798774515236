import type { UpdateUsageRequest, Usage } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findPlanKeyOrThrow, findPlanOrThrow } from '../plans.ts';
import { extendQuota } from '../usage-view.ts';
import type { RestApiParts } from '../parts.ts';

/** Gives a key more (or less) of its quota for the period that runs. */
export function updateUsage(parts: RestApiParts): Operation<Given<UpdateUsageRequest>, Usage> {
  return (input, context) => {
    const plan = findPlanOrThrow(parts, context, input.usagePlanId);
    const { keyId } = findPlanKeyOrThrow(parts, context, plan.id, input.keyId);
    const usage = parts.repository.transaction(() => extendQuota(parts, plan, keyId, input.patchOperations));
    parts.itemsChanged();
    return usage;
  };
}
