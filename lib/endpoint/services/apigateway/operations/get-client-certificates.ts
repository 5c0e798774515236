import type { ClientCertificates, GetClientCertificatesRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { showCertificate } from '../client-certificates.ts';
import { pageOf } from '../paging.ts';
import type { RestApiParts } from '../parts.ts';

export function getClientCertificates(
  parts: RestApiParts,
): Operation<Given<GetClientCertificatesRequest>, ClientCertificates> {
  return (input, context) => {
    return pageOf(parts.items.clientCertificates.list(context), input, ({ id }) => id, showCertificate);
  };
}
