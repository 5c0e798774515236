import type { GetApiMappingsRequest, GetApiMappingsResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { findDomainOrThrow, mappingsOf, showMapping } from '../domains.ts';
import { pageOf } from '../paging.ts';
import type { HttpApiParts } from '../parts.ts';

export function getApiMappings(
  parts: HttpApiParts,
): Operation<Given<GetApiMappingsRequest>, GetApiMappingsResponse> {
  return (input, context) => {
    const { domainName } = findDomainOrThrow(parts, context, input.DomainName);
    return pageOf(mappingsOf(parts, context, domainName), input, ({ basePath }) => basePath, showMapping);
  };
}
