import type { GetUsageRequest, Usage } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findPlanOrThrow } from '../plans.ts';
import { showUsage } from '../usage-view.ts';
import type { RestApiParts } from '../parts.ts';

export function getUsage(parts: RestApiParts): Operation<Given<GetUsageRequest>, Usage> {
  return (input, context) => {
    const plan = findPlanOrThrow(parts, context, input.usagePlanId);
    return showUsage(parts, context, plan, input);
  };
}
