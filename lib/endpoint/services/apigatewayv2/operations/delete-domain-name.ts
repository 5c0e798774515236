import type { DeleteDomainNameRequest } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { findDomainOrThrow, mappingsOf } from '../domains.ts';
import type { HttpApiParts } from '../parts.ts';

/** With its mappings and routing rules. */
export function deleteDomainName(parts: HttpApiParts): Operation<Given<DeleteDomainNameRequest>, object> {
  return (input, context) => {
    parts.repository.transaction(() => {
      const { domainName } = findDomainOrThrow(parts, context, input.DomainName);
      for (const { basePath } of mappingsOf(parts, context, domainName))
        parts.mappings.remove(context, `${domainName}/${basePath}`);
      parts.routingRules.remove(context, domainName);
      parts.domains.remove(context, domainName);
    });
    return {};
  };
}
