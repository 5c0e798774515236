import type { GetMethodRequest, Method } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findMethodOrThrow, missing } from '../access.ts';
import { showMethod } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function getMethod(parts: RestApiParts): Operation<Given<GetMethodRequest>, Method> {
  return (input, context) => {
    const { draft } = findApiOrThrow(parts, context, input.restApiId, missing.resource);
    return showMethod(findMethodOrThrow(draft, input.resourceId, input.httpMethod));
  };
}
