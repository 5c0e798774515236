import type { GetDomainNamesRequest, GetDomainNamesResponse } from '@aws-sdk/client-apigatewayv2';
import type { Operation } from '../../service.ts';
import { showDomain } from '../domains.ts';
import { pageOf } from '../paging.ts';
import type { HttpApiParts } from '../parts.ts';

export function getDomainNames(
  parts: HttpApiParts,
): Operation<GetDomainNamesRequest, GetDomainNamesResponse> {
  return (input, context) =>
    pageOf(parts.domains.list(context), input, ({ domainName }) => domainName, showDomain);
}
