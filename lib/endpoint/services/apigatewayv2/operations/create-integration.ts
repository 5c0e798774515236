import type { CreateIntegrationRequest, CreateIntegrationResult } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findApiOrThrow } from '../access.ts';
import { tooMany } from '../errors.ts';
import { newId } from '../identifiers.ts';
import type { HttpApiParts } from '../parts.ts';
import { protocolOf } from '../records.ts';
import { changedIntegration } from '../rules/integration.ts';
import { limits } from '../rules/limits.ts';
import { assertLinkOf } from '../vpc-links.ts';

export function createIntegration(
  parts: HttpApiParts,
): Operation<Given<CreateIntegrationRequest>, CreateIntegrationResult> {
  const { repository } = parts;
  return ({ ApiId, ...input }, context) => {
    const protocol = protocolOf(findApiOrThrow(parts, context, ApiId));
    return changeApi(parts, ApiId, () => {
      if (repository.listParts(ApiId, 'integration').length >= limits.integrations)
        throw tooMany('Integration', limits.integrations);
      const integration = changedIntegration(protocol, { IntegrationId: newId(7) }, input);
      assertLinkOf(parts, context, integration);
      repository.putPart(ApiId, 'integration', integration.IntegrationId, integration);
      return integration;
    });
  };
}
