import type { DeleteBasePathMappingRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findMappingOrThrow } from '../domains.ts';
import type { RestApiParts } from '../parts.ts';

export function deleteBasePathMapping(
  parts: RestApiParts,
): Operation<Given<DeleteBasePathMappingRequest>, object> {
  return (input, context) => {
    const { domainName, basePath } = findMappingOrThrow(parts, context, input.domainName, input.basePath);
    parts.items.mappings.remove(context, `${domainName}/${basePath}`);
    return {};
  };
}
