import type { DomainName, UpdateDomainNameRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findDomainOrThrow, patchDomain } from '../domains.ts';
import { showDomain } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function updateDomainName(parts: RestApiParts): Operation<Given<UpdateDomainNameRequest>, DomainName> {
  return (input, context) => {
    return parts.repository.transaction(() => {
      const domain = findDomainOrThrow(parts, context, input.domainName);
      patchDomain(domain, input.patchOperations);
      parts.items.domains.put(context, domain.domainName, domain, { createdMs: domain.createdMs });
      return showDomain(domain);
    });
  };
}
