import type { GetMethodResponseRequest, MethodResponse } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findMemberOrThrow, findMethodOrThrow, missing } from '../access.ts';
import type { RestApiParts } from '../parts.ts';

export function getMethodResponse(
  parts: RestApiParts,
): Operation<Given<GetMethodResponseRequest>, MethodResponse> {
  return (input, context) => {
    const { draft } = findApiOrThrow(parts, context, input.restApiId, missing.resource);
    const { methodResponses } = findMethodOrThrow(draft, input.resourceId, input.httpMethod);
    return findMemberOrThrow(methodResponses, input.statusCode, 'Invalid Response status code specified');
  };
}
