import type { GatewayResponse, PutGatewayResponseRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft } from '../access.ts';
import {
  assertGatewayResponse,
  assertResponseType,
  showGatewayResponse,
} from '../rules/gateway-responses.ts';
import type { RestApiParts } from '../parts.ts';

export function putGatewayResponse(
  parts: RestApiParts,
): Operation<Given<PutGatewayResponseRequest>, GatewayResponse> {
  return (input, context) => {
    const { restApiId, responseType, statusCode, responseParameters = {}, responseTemplates = {} } = input;
    assertResponseType(responseType);
    const response = { responseType, statusCode, responseParameters, responseTemplates };
    assertGatewayResponse(response);
    return changeDraft(parts, context, restApiId, (draft) => {
      draft.gatewayResponses[responseType] = response;
      return showGatewayResponse(draft, responseType);
    });
  };
}
