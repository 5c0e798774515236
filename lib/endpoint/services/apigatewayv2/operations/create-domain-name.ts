import type { CreateDomainNameRequest, CreateDomainNameResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { newDomain, showDomain } from '../domains.ts';
import type { HttpApiParts } from '../parts.ts';

export function createDomainName(
  parts: HttpApiParts,
): Operation<Given<CreateDomainNameRequest>, CreateDomainNameResponse> {
  return (input, context) => showDomain(parts.repository.transaction(() => newDomain(parts, context, input)));
}
