import type { GatewayResponse, UpdateGatewayResponseRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft } from '../access.ts';
import { assertResponseType, patchGatewayResponse, showGatewayResponse } from '../rules/gateway-responses.ts';
import type { RestApiParts } from '../parts.ts';

export function updateGatewayResponse(
  parts: RestApiParts,
): Operation<Given<UpdateGatewayResponseRequest>, GatewayResponse> {
  return (input, context) => {
    assertResponseType(input.responseType);
    return changeDraft(parts, context, input.restApiId, (draft) => {
      patchGatewayResponse(draft, input.responseType, input.patchOperations);
      return showGatewayResponse(draft, input.responseType);
    });
  };
}
