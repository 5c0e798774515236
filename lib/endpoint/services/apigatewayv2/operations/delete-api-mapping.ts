import type { DeleteApiMappingRequest } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { findMappingOrThrow } from '../domains.ts';
import type { HttpApiParts } from '../parts.ts';

export function deleteApiMapping(parts: HttpApiParts): Operation<Given<DeleteApiMappingRequest>, object> {
  return ({ DomainName, ApiMappingId }, context) => {
    parts.repository.transaction(() => {
      const { domainName, basePath } = findMappingOrThrow(parts, context, DomainName, ApiMappingId);
      parts.mappings.remove(context, `${domainName}/${basePath}`);
    });
    return {};
  };
}
