import type { CreateApiMappingRequest, CreateApiMappingResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { newMapping, showMapping } from '../domains.ts';
import type { HttpApiParts } from '../parts.ts';

export function createApiMapping(
  parts: HttpApiParts,
): Operation<Given<CreateApiMappingRequest>, CreateApiMappingResponse> {
  return (input, context) =>
    showMapping(parts.repository.transaction(() => newMapping(parts, context, input)));
}
