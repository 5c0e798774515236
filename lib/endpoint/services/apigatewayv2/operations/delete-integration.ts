import type { DeleteIntegrationRequest } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findApiOrThrow, findPartOrThrow } from '../access.ts';
import { conflict } from '../errors.ts';
import type { HttpApiParts } from '../parts.ts';

export function deleteIntegration(parts: HttpApiParts): Operation<Given<DeleteIntegrationRequest>, object> {
  return ({ ApiId, IntegrationId }, context) => {
    findApiOrThrow(parts, context, ApiId);
    changeApi(parts, ApiId, () => {
      findPartOrThrow(parts, ApiId, 'integration', IntegrationId);
      const users = parts.repository
        .listParts(ApiId, 'route')
        .filter(({ Target }) => Target === `integrations/${IntegrationId}`)
        .map(({ RouteId }) => RouteId);
      if (users.length > 0)
        throw conflict(
          `Cannot delete Integration because it is referenced by the following Routes with Ids: [${users.join(', ')}]`,
        );
      parts.repository.deletePart(ApiId, 'integration', IntegrationId);
      parts.repository.deletePartsBelow(ApiId, 'integrationResponse', IntegrationId);
    });
    return {};
  };
}
