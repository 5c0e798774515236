import type { GetDomainNameRequest, GetDomainNameResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { findDomainOrThrow, showDomain } from '../domains.ts';
import type { HttpApiParts } from '../parts.ts';

export function getDomainName(
  parts: HttpApiParts,
): Operation<Given<GetDomainNameRequest>, GetDomainNameResponse> {
  return (input, context) => showDomain(findDomainOrThrow(parts, context, input.DomainName));
}
