import type { DeleteAuthorizerRequest } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findApiOrThrow, findPartOrThrow } from '../access.ts';
import { conflict } from '../errors.ts';
import type { HttpApiParts } from '../parts.ts';

export function deleteAuthorizer(parts: HttpApiParts): Operation<Given<DeleteAuthorizerRequest>, object> {
  return ({ ApiId, AuthorizerId }, context) => {
    findApiOrThrow(parts, context, ApiId);
    changeApi(parts, ApiId, () => {
      findPartOrThrow(parts, ApiId, 'authorizer', AuthorizerId);
      const users = parts.repository
        .listParts(ApiId, 'route')
        .filter(
          (route) =>
            route.AuthorizerId === AuthorizerId && ['JWT', 'CUSTOM'].includes(route.AuthorizationType ?? ''),
        )
        .map(({ RouteId }) => RouteId);
      // The words are those of integrations; AWS's for authorizers are unconfirmed.
      if (users.length > 0)
        throw conflict(
          `Cannot delete Authorizer because it is referenced by the following Routes with Ids: [${users.join(', ')}]`,
        );
      parts.repository.deletePart(ApiId, 'authorizer', AuthorizerId);
    });
    return {};
  };
}
