import type { BasePathMappings, GetBasePathMappingsRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findDomainOrThrow } from '../domains.ts';
import { pageOf } from '../paging.ts';
import type { RestApiParts } from '../parts.ts';

export function getBasePathMappings(
  parts: RestApiParts,
): Operation<Given<GetBasePathMappingsRequest>, BasePathMappings> {
  return (input, context) => {
    const { domainName } = findDomainOrThrow(parts, context, input.domainName);
    const mappings = parts.items.mappings
      .list(context)
      .filter((mapping) => mapping.domainName === domainName);
    return pageOf(
      mappings,
      input,
      ({ basePath }) => basePath,
      ({ domainName: _domain, ...shown }) => shown,
    );
  };
}
