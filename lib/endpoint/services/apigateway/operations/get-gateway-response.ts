import type { GatewayResponse, GetGatewayResponseRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow } from '../access.ts';
import { assertResponseType, showGatewayResponse } from '../rules/gateway-responses.ts';
import type { RestApiParts } from '../parts.ts';

export function getGatewayResponse(
  parts: RestApiParts,
): Operation<Given<GetGatewayResponseRequest>, GatewayResponse> {
  return (input, context) => {
    assertResponseType(input.responseType);
    const { draft } = findApiOrThrow(parts, context, input.restApiId);
    return showGatewayResponse(draft, input.responseType);
  };
}
