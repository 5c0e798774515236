import type { ClientCertificate, GenerateClientCertificateRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { newCertificate, showCertificate } from '../client-certificates.ts';
import type { RestApiParts } from '../parts.ts';
import { assertTags } from '../rules/tags.ts';

export function generateClientCertificate(
  parts: RestApiParts,
): Operation<Given<GenerateClientCertificateRequest>, ClientCertificate> {
  return (input, context) => {
    assertTags(input.tags ?? {});
    return showCertificate(parts.repository.transaction(() => newCertificate(parts, context, input)));
  };
}
