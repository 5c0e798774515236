import type { CreateDomainNameRequest, DomainName } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { newDomain } from '../domains.ts';
import { assertTags } from '../rules/tags.ts';
import { showDomain } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function createDomainName(parts: RestApiParts): Operation<Given<CreateDomainNameRequest>, DomainName> {
  return (input, context) => {
    assertTags(input.tags ?? {});
    return showDomain(parts.repository.transaction(() => newDomain(parts, context, input)));
  };
}
