import type { Authorizer, GetAuthorizerRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findMemberOrThrow } from '../access.ts';
import type { RestApiParts } from '../parts.ts';

export function getAuthorizer(parts: RestApiParts): Operation<Given<GetAuthorizerRequest>, Authorizer> {
  return (input, context) => {
    const { authorizers } = findApiOrThrow(parts, context, input.restApiId).draft;
    return findMemberOrThrow(authorizers, input.authorizerId, 'Invalid Authorizer identifier specified');
  };
}
