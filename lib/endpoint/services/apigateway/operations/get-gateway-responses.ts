import type { GatewayResponses, GetGatewayResponsesRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow } from '../access.ts';
import { allGatewayResponses } from '../rules/gateway-responses.ts';
import type { RestApiParts } from '../parts.ts';

/** Every type on one page: there are no more than these. */
export function getGatewayResponses(
  parts: RestApiParts,
): Operation<Given<GetGatewayResponsesRequest>, GatewayResponses> {
  return (input, context) => {
    return { items: allGatewayResponses(findApiOrThrow(parts, context, input.restApiId).draft) };
  };
}
