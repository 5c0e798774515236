import type { Authorizer, UpdateAuthorizerRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, findMemberOrThrow } from '../access.ts';
import { patchAuthorizer } from '../rules/authorizers.ts';
import type { RestApiParts } from '../parts.ts';

export function updateAuthorizer(parts: RestApiParts): Operation<Given<UpdateAuthorizerRequest>, Authorizer> {
  return (input, context) => {
    return changeDraft(parts, context, input.restApiId, ({ authorizers }) => {
      const authorizer = findMemberOrThrow(
        authorizers,
        input.authorizerId,
        'Invalid Authorizer identifier specified',
      );
      patchAuthorizer(authorizer, input.patchOperations);
      return authorizer;
    });
  };
}
