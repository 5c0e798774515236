import type { ClientCertificate, UpdateClientCertificateRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { changeCertificate, showCertificate } from '../client-certificates.ts';
import type { RestApiParts } from '../parts.ts';

export function updateClientCertificate(
  parts: RestApiParts,
): Operation<Given<UpdateClientCertificateRequest>, ClientCertificate> {
  return (input, context) => {
    return showCertificate(parts.repository.transaction(() => changeCertificate(parts, context, input)));
  };
}
