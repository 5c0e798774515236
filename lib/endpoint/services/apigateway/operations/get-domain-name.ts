import type { DomainName, GetDomainNameRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findDomainOrThrow } from '../domains.ts';
import { showDomain } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function getDomainName(parts: RestApiParts): Operation<Given<GetDomainNameRequest>, DomainName> {
  return (input, context) => {
    return showDomain(findDomainOrThrow(parts, context, input.domainName));
  };
}
