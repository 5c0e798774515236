import type { TestInvokeAuthorizerRequest, TestInvokeAuthorizerResponse } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findMemberOrThrow } from '../access.ts';
import { badRequest } from '../errors.ts';
import type { RestApiParts } from '../parts.ts';

export function testInvokeAuthorizer(
  parts: RestApiParts,
): Operation<Given<TestInvokeAuthorizerRequest>, TestInvokeAuthorizerResponse> {
  return (input, context) => {
    const api = findApiOrThrow(parts, context, input.restApiId);
    findMemberOrThrow(api.draft.authorizers, input.authorizerId, 'Invalid Authorizer identifier specified');
    const tester = parts.tester.current;
    if (!tester) throw badRequest('This endpoint was started without a data plane: nothing can be tested.');
    return tester.authorizer(api, input, context);
  };
}
