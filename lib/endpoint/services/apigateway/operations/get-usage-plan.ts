import type { GetUsagePlanRequest, UsagePlan } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findPlanOrThrow } from '../plans.ts';
import type { RestApiParts } from '../parts.ts';

export function getUsagePlan(parts: RestApiParts): Operation<Given<GetUsagePlanRequest>, UsagePlan> {
  return (input, context) => {
    return findPlanOrThrow(parts, context, input.usagePlanId);
  };
}
