import type { GetAuthorizersRequest, GetAuthorizersResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow } from '../access.ts';
import { pageOf } from '../paging.ts';
import type { HttpApiParts } from '../parts.ts';

export function getAuthorizers(
  parts: HttpApiParts,
): Operation<Given<GetAuthorizersRequest>, GetAuthorizersResponse> {
  return (input, context) => {
    findApiOrThrow(parts, context, input.ApiId);
    return pageOf(
      parts.repository.listParts(input.ApiId, 'authorizer'),
      input,
      ({ AuthorizerId }) => AuthorizerId,
      (authorizer) => authorizer,
    );
  };
}
