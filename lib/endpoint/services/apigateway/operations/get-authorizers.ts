import type { Authorizers, GetAuthorizersRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow } from '../access.ts';
import { pageOf } from '../paging.ts';
import type { RestApiParts } from '../parts.ts';

export function getAuthorizers(parts: RestApiParts): Operation<Given<GetAuthorizersRequest>, Authorizers> {
  return (input, context) => {
    const { authorizers } = findApiOrThrow(parts, context, input.restApiId).draft;
    const sorted = Object.values(authorizers).sort((left, right) => (left.id < right.id ? -1 : 1));
    return pageOf(
      sorted,
      input,
      ({ id }) => id,
      (authorizer) => authorizer,
    );
  };
}
