import type { GetApiMappingRequest, GetApiMappingResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { findMappingOrThrow, showMapping } from '../domains.ts';
import type { HttpApiParts } from '../parts.ts';

export function getApiMapping(
  parts: HttpApiParts,
): Operation<Given<GetApiMappingRequest>, GetApiMappingResponse> {
  return ({ DomainName, ApiMappingId }, context) =>
    showMapping(findMappingOrThrow(parts, context, DomainName, ApiMappingId));
}
