import type { DeleteDomainNameRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findDomainOrThrow } from '../domains.ts';
import type { RestApiParts } from '../parts.ts';

/** With its mappings and routing rules. */
export function deleteDomainName(parts: RestApiParts): Operation<Given<DeleteDomainNameRequest>, object> {
  return (input, context) => {
    parts.repository.transaction(() => {
      const { domainName } = findDomainOrThrow(parts, context, input.domainName);
      for (const mapping of parts.items.mappings.list(context)) {
        if (mapping.domainName === domainName)
          parts.items.mappings.remove(context, `${domainName}/${mapping.basePath}`);
      }
      parts.items.routingRules.remove(context, domainName);
      parts.items.domains.remove(context, domainName);
    });
    return {};
  };
}
