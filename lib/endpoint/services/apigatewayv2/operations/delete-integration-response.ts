import type { DeleteIntegrationResponseRequest } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findPartOrThrow, findWebSocketApiOrThrow } from '../access.ts';
import type { HttpApiParts } from '../parts.ts';

export function deleteIntegrationResponse(
  parts: HttpApiParts,
): Operation<Given<DeleteIntegrationResponseRequest>, object> {
  return ({ ApiId, IntegrationId, IntegrationResponseId }, context) => {
    findWebSocketApiOrThrow(parts, context, ApiId);
    changeApi(parts, ApiId, () => {
      findPartOrThrow(parts, ApiId, 'integration', IntegrationId);
      const partId = `${IntegrationId}/${IntegrationResponseId}`;
      findPartOrThrow(parts, ApiId, 'integrationResponse', partId);
      parts.repository.deletePart(ApiId, 'integrationResponse', partId);
    });
    return {};
  };
}
