import type { BasePathMapping, UpdateBasePathMappingRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeMapping } from '../domains.ts';
import type { RestApiParts } from '../parts.ts';

export function updateBasePathMapping(
  parts: RestApiParts,
): Operation<Given<UpdateBasePathMappingRequest>, BasePathMapping> {
  return (input, context) => {
    const { domainName: _domain, ...shown } = parts.repository.transaction(() =>
      changeMapping(parts, context, input),
    );
    return shown;
  };
}
