import type { CreateUsagePlanRequest, UsagePlan } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { newPlan } from '../plans.ts';
import { assertTags } from '../rules/tags.ts';
import { withoutEmptyTags } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function createUsagePlan(parts: RestApiParts): Operation<Given<CreateUsagePlanRequest>, UsagePlan> {
  return (input, context) => {
    assertTags(input.tags ?? {});
    const plan = parts.repository.transaction(() => newPlan(parts, context, input));
    parts.itemsChanged();
    return withoutEmptyTags(plan);
  };
}
