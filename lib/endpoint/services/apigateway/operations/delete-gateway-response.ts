import type { DeleteGatewayResponseRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, findMemberOrThrow } from '../access.ts';
import { assertResponseType } from '../rules/gateway-responses.ts';
import type { RestApiParts } from '../parts.ts';

/** Back to the default. */
export function deleteGatewayResponse(
  parts: RestApiParts,
): Operation<Given<DeleteGatewayResponseRequest>, object> {
  return (input, context) => {
    assertResponseType(input.responseType);
    changeDraft(parts, context, input.restApiId, ({ gatewayResponses }) => {
      findMemberOrThrow(gatewayResponses, input.responseType, 'Gateway response type not defined on api');
      delete gatewayResponses[input.responseType];
    });
    return {};
  };
}
