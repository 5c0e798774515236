import type { TestInvokeMethodRequest, TestInvokeMethodResponse } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findMethodOrThrow, missing } from '../access.ts';
import { badRequest } from '../errors.ts';
import type { RestApiParts } from '../parts.ts';

export function testInvokeMethod(
  parts: RestApiParts,
): Operation<Given<TestInvokeMethodRequest>, TestInvokeMethodResponse> {
  return (input, context) => {
    const api = findApiOrThrow(parts, context, input.restApiId, missing.resource);
    findMethodOrThrow(api.draft, input.resourceId, input.httpMethod);
    const tester = parts.tester.current;
    if (!tester) throw badRequest('This endpoint was started without a data plane: nothing can be tested.');
    return tester.method(api, input, context);
  };
}
