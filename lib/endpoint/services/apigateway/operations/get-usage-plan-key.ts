import type { GetUsagePlanKeyRequest, UsagePlanKey } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findKeyOrThrow } from '../keys.ts';
import { findPlanKeyOrThrow } from '../plans.ts';
import type { RestApiParts } from '../parts.ts';

export function getUsagePlanKey(parts: RestApiParts): Operation<Given<GetUsagePlanKeyRequest>, UsagePlanKey> {
  return (input, context) => {
    const { keyId } = findPlanKeyOrThrow(parts, context, input.usagePlanId, input.keyId);
    const key = findKeyOrThrow(parts, context, keyId);
    return { id: key.id, type: 'API_KEY', value: key.value, name: key.name };
  };
}
