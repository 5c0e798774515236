import type { BasePathMapping, GetBasePathMappingRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findMappingOrThrow } from '../domains.ts';
import type { RestApiParts } from '../parts.ts';

export function getBasePathMapping(
  parts: RestApiParts,
): Operation<Given<GetBasePathMappingRequest>, BasePathMapping> {
  return (input, context) => {
    const { domainName: _domain, ...shown } = findMappingOrThrow(
      parts,
      context,
      input.domainName,
      input.basePath,
    );
    return shown;
  };
}
