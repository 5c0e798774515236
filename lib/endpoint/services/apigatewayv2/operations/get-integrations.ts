import type { GetIntegrationsRequest, GetIntegrationsResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow } from '../access.ts';
import { pageOf } from '../paging.ts';
import type { HttpApiParts } from '../parts.ts';

export function getIntegrations(
  parts: HttpApiParts,
): Operation<Given<GetIntegrationsRequest>, GetIntegrationsResponse> {
  return (input, context) => {
    findApiOrThrow(parts, context, input.ApiId);
    return pageOf(
      parts.repository.listParts(input.ApiId, 'integration'),
      input,
      ({ IntegrationId }) => IntegrationId,
      (integration) => integration,
    );
  };
}
