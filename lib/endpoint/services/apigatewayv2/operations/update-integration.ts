import type { UpdateIntegrationRequest, UpdateIntegrationResult } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findApiOrThrow, findPartOrThrow } from '../access.ts';
import type { HttpApiParts } from '../parts.ts';
import { protocolOf } from '../records.ts';
import { changedIntegration } from '../rules/integration.ts';
import { assertLinkOf } from '../vpc-links.ts';

export function updateIntegration(
  parts: HttpApiParts,
): Operation<Given<UpdateIntegrationRequest>, UpdateIntegrationResult> {
  return ({ ApiId, IntegrationId, ...input }, context) => {
    const protocol = protocolOf(findApiOrThrow(parts, context, ApiId));
    return changeApi(parts, ApiId, () => {
      const before = findPartOrThrow(parts, ApiId, 'integration', IntegrationId);
      const integration = changedIntegration(protocol, before, input);
      assertLinkOf(parts, context, integration);
      parts.repository.putPart(ApiId, 'integration', IntegrationId, integration);
      return integration;
    });
  };
}
