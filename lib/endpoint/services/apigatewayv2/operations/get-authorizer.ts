import type { GetAuthorizerRequest, GetAuthorizerResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findPartOrThrow } from '../access.ts';
import type { HttpApiParts } from '../parts.ts';

export function getAuthorizer(
  parts: HttpApiParts,
): Operation<Given<GetAuthorizerRequest>, GetAuthorizerResponse> {
  return (input, context) => {
    findApiOrThrow(parts, context, input.ApiId);
    return findPartOrThrow(parts, input.ApiId, 'authorizer', input.AuthorizerId);
  };
}
