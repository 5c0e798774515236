import type { DeleteAuthorizerRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeDraft, findMemberOrThrow } from '../access.ts';
import { assertAuthorizerUnused } from '../rules/authorizers.ts';
import type { RestApiParts } from '../parts.ts';

export function deleteAuthorizer(parts: RestApiParts): Operation<Given<DeleteAuthorizerRequest>, object> {
  return (input, context) => {
    changeDraft(parts, context, input.restApiId, (draft) => {
      findMemberOrThrow(draft.authorizers, input.authorizerId, 'Invalid Authorizer identifier specified');
      assertAuthorizerUnused(draft, input.authorizerId);
      delete draft.authorizers[input.authorizerId];
    });
    return {};
  };
}
