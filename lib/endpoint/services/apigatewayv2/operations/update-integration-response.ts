import type {
  UpdateIntegrationResponseRequest,
  UpdateIntegrationResponseResponse,
} from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findPartOrThrow, findWebSocketApiOrThrow } from '../access.ts';
import type { HttpApiParts } from '../parts.ts';
import { changedIntegrationResponse, describeIntegrationResponse } from '../rules/integration-response.ts';

export function updateIntegrationResponse(
  parts: HttpApiParts,
): Operation<Given<UpdateIntegrationResponseRequest>, UpdateIntegrationResponseResponse> {
  return ({ ApiId, IntegrationId, IntegrationResponseId, ...input }, context) => {
    findWebSocketApiOrThrow(parts, context, ApiId);
    return changeApi(parts, ApiId, () => {
      findPartOrThrow(parts, ApiId, 'integration', IntegrationId);
      const partId = `${IntegrationId}/${IntegrationResponseId}`;
      const before = findPartOrThrow(parts, ApiId, 'integrationResponse', partId);
      const response = changedIntegrationResponse(parts, ApiId, before, input);
      parts.repository.putPart(ApiId, 'integrationResponse', partId, response);
      return describeIntegrationResponse(response);
    });
  };
}
