import type { CreateAuthorizerRequest, CreateAuthorizerResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findApiOrThrow } from '../access.ts';
import { tooMany } from '../errors.ts';
import { newId } from '../identifiers.ts';
import type { HttpApiParts } from '../parts.ts';
import { protocolOf } from '../records.ts';
import { changedAuthorizer } from '../rules/authorizer.ts';
import { limits } from '../rules/limits.ts';

export function createAuthorizer(
  parts: HttpApiParts,
): Operation<Given<CreateAuthorizerRequest>, CreateAuthorizerResponse> {
  const { repository } = parts;
  return ({ ApiId, ...input }, context) => {
    const protocol = protocolOf(findApiOrThrow(parts, context, ApiId));
    return changeApi(parts, ApiId, () => {
      if (repository.listParts(ApiId, 'authorizer').length >= limits.authorizers)
        throw tooMany('Authorizer', limits.authorizers);
      const authorizer = changedAuthorizer(protocol, { AuthorizerId: newId(6), Name: input.Name }, input);
      repository.putPart(ApiId, 'authorizer', authorizer.AuthorizerId, authorizer);
      return authorizer;
    });
  };
}
