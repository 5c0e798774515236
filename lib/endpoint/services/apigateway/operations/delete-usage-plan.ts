import type { DeleteUsagePlanRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { badRequest } from '../errors.ts';
import { findPlanOrThrow } from '../plans.ts';
import type { RestApiParts } from '../parts.ts';

export function deleteUsagePlan(parts: RestApiParts): Operation<Given<DeleteUsagePlanRequest>, object> {
  return (input, context) => {
    parts.repository.transaction(() => {
      const { id, apiStages = [] } = findPlanOrThrow(parts, context, input.usagePlanId);
      if (apiStages.length > 0)
        throw badRequest(
          'Cannot delete usage plan because it is associated with at least one API stage; remove those first.',
        );
      for (const { planId, keyId } of parts.items.planKeys.list(context)) {
        if (planId === id) parts.items.planKeys.remove(context, `${planId}/${keyId}`);
      }
      parts.items.plans.remove(context, id);
      parts.usage.removePlan(id);
    });
    parts.itemsChanged();
    return {};
  };
}
