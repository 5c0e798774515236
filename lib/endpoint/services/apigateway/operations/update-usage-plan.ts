import type { UpdateUsagePlanRequest, UsagePlan } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findPlanOrThrow, patchPlan } from '../plans.ts';
import type { RestApiParts } from '../parts.ts';

export function updateUsagePlan(parts: RestApiParts): Operation<Given<UpdateUsagePlanRequest>, UsagePlan> {
  return (input, context) => {
    const plan = parts.repository.transaction(() => {
      const changed = findPlanOrThrow(parts, context, input.usagePlanId);
      const before = changed.quota?.limit;
      patchPlan(parts, context, changed, input.patchOperations);
      const after = changed.quota?.limit;
      // A new limit holds in the running period, less what was used of it.
      if (before !== undefined && after !== undefined && after !== before)
        parts.usage.shiftRemaining(changed.id, after - before);
      parts.items.plans.put(context, changed.id, changed, { createdMs: parts.clock.now() });
      return changed;
    });
    parts.itemsChanged();
    return plan;
  };
}
