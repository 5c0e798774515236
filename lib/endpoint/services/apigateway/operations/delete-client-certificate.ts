import type { DeleteClientCertificateRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { removeCertificate } from '../client-certificates.ts';
import type { RestApiParts } from '../parts.ts';

export function deleteClientCertificate(
  parts: RestApiParts,
): Operation<Given<DeleteClientCertificateRequest>, object> {
  return (input, context) => {
    parts.repository.transaction(() => removeCertificate(parts, context, input.clientCertificateId));
    return {};
  };
}
