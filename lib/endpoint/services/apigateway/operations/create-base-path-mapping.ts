import type { BasePathMapping, CreateBasePathMappingRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { newMapping } from '../domains.ts';
import type { RestApiParts } from '../parts.ts';

export function createBasePathMapping(
  parts: RestApiParts,
): Operation<Given<CreateBasePathMappingRequest>, BasePathMapping> {
  return (input, context) => {
    const { domainName: _domain, ...shown } = parts.repository.transaction(() =>
      newMapping(parts, context, input),
    );
    return shown;
  };
}
