import type {
  GetIntegrationResponseRequest,
  GetIntegrationResponseResponse,
} from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { findPartOrThrow, findWebSocketApiOrThrow } from '../access.ts';
import type { HttpApiParts } from '../parts.ts';
import { describeIntegrationResponse } from '../rules/integration-response.ts';

export function getIntegrationResponse(
  parts: HttpApiParts,
): Operation<Given<GetIntegrationResponseRequest>, GetIntegrationResponseResponse> {
  return ({ ApiId, IntegrationId, IntegrationResponseId }, context) => {
    findWebSocketApiOrThrow(parts, context, ApiId);
    findPartOrThrow(parts, ApiId, 'integration', IntegrationId);
    return describeIntegrationResponse(
      findPartOrThrow(parts, ApiId, 'integrationResponse', `${IntegrationId}/${IntegrationResponseId}`),
    );
  };
}
