import type { UpdateDomainNameRequest, UpdateDomainNameResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changedDomain, findDomainOrThrow, showDomain } from '../domains.ts';
import type { HttpApiParts } from '../parts.ts';

export function updateDomainName(
  parts: HttpApiParts,
): Operation<Given<UpdateDomainNameRequest>, UpdateDomainNameResponse> {
  return (input, context) =>
    parts.repository.transaction(() => {
      const domain = changedDomain(findDomainOrThrow(parts, context, input.DomainName), input);
      parts.domains.put(context, domain.domainName, domain, { createdMs: domain.createdMs });
      return showDomain(domain);
    });
}
