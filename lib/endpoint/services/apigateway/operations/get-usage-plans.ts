import type { GetUsagePlansRequest, UsagePlans } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { pageOf } from '../paging.ts';
import { withoutEmptyTags } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function getUsagePlans(parts: RestApiParts): Operation<Given<GetUsagePlansRequest>, UsagePlans> {
  return (input, context) => {
    const { keyId } = input;
    const plans = parts.items.plans
      .list(context)
      .filter(({ id }) => keyId === undefined || parts.items.planKeys.find(context, `${id}/${keyId}`));
    return pageOf(plans, input, ({ id }) => id, withoutEmptyTags);
  };
}
