import type { DomainNames, GetDomainNamesRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { pageOf } from '../paging.ts';
import { showDomain } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function getDomainNames(parts: RestApiParts): Operation<Given<GetDomainNamesRequest>, DomainNames> {
  return (input, context) => {
    return pageOf(parts.items.domains.list(context), input, ({ domainName }) => domainName, showDomain);
  };
}
