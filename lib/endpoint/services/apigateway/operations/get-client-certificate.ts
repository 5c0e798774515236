import type { ClientCertificate, GetClientCertificateRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findCertificateOrThrow, showCertificate } from '../client-certificates.ts';
import type { RestApiParts } from '../parts.ts';

export function getClientCertificate(
  parts: RestApiParts,
): Operation<Given<GetClientCertificateRequest>, ClientCertificate> {
  return (input, context) => {
    return showCertificate(findCertificateOrThrow(parts, context, input.clientCertificateId));
  };
}
