import type {
  GetIntegrationResponsesRequest,
  GetIntegrationResponsesResponse,
} from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findPartOrThrow } from '../access.ts';
import { pageOf } from '../paging.ts';
import type { HttpApiParts } from '../parts.ts';
import { describeIntegrationResponse, integrationResponsesOf } from '../rules/integration-response.ts';

/** An HTTP API has none; asking is no mistake. */
export function getIntegrationResponses(
  parts: HttpApiParts,
): Operation<Given<GetIntegrationResponsesRequest>, GetIntegrationResponsesResponse> {
  return (input, context) => {
    const { ApiId, IntegrationId } = input;
    findApiOrThrow(parts, context, ApiId);
    findPartOrThrow(parts, ApiId, 'integration', IntegrationId);
    return pageOf(
      integrationResponsesOf(parts, ApiId, IntegrationId),
      input,
      ({ IntegrationResponseId }) => IntegrationResponseId,
      describeIntegrationResponse,
    );
  };
}
