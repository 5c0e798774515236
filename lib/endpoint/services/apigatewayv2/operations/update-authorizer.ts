import type { UpdateAuthorizerRequest, UpdateAuthorizerResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findApiOrThrow, findPartOrThrow } from '../access.ts';
import type { HttpApiParts } from '../parts.ts';
import { protocolOf } from '../records.ts';
import { changedAuthorizer } from '../rules/authorizer.ts';

export function updateAuthorizer(
  parts: HttpApiParts,
): Operation<Given<UpdateAuthorizerRequest>, UpdateAuthorizerResponse> {
  return ({ ApiId, AuthorizerId, ...input }, context) => {
    const protocol = protocolOf(findApiOrThrow(parts, context, ApiId));
    return changeApi(parts, ApiId, () => {
      const before = findPartOrThrow(parts, ApiId, 'authorizer', AuthorizerId);
      const authorizer = changedAuthorizer(protocol, before, input);
      parts.repository.putPart(ApiId, 'authorizer', AuthorizerId, authorizer);
      return authorizer;
    });
  };
}
