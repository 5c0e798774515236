import type {
  CreateIntegrationResponseRequest,
  CreateIntegrationResponseResponse,
} from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findPartOrThrow, findWebSocketApiOrThrow } from '../access.ts';
import { tooMany } from '../errors.ts';
import { newId } from '../identifiers.ts';
import type { HttpApiParts } from '../parts.ts';
import { limits } from '../rules/limits.ts';
import {
  changedIntegrationResponse,
  describeIntegrationResponse,
  integrationResponsesOf,
} from '../rules/integration-response.ts';

export function createIntegrationResponse(
  parts: HttpApiParts,
): Operation<Given<CreateIntegrationResponseRequest>, CreateIntegrationResponseResponse> {
  return ({ ApiId, IntegrationId, ...input }, context) => {
    findWebSocketApiOrThrow(parts, context, ApiId);
    return changeApi(parts, ApiId, () => {
      findPartOrThrow(parts, ApiId, 'integration', IntegrationId);
      const others = integrationResponsesOf(parts, ApiId, IntegrationId);
      if (others.length >= limits.integrationResponses)
        throw tooMany('IntegrationResponse', limits.integrationResponses);
      const IntegrationResponseId = newId(6);
      const blank = {
        IntegrationId,
        IntegrationResponseId,
        IntegrationResponseKey: input.IntegrationResponseKey,
      };
      const response = changedIntegrationResponse(parts, ApiId, blank, input);
      parts.repository.putPart(
        ApiId,
        'integrationResponse',
        `${IntegrationId}/${IntegrationResponseId}`,
        response,
      );
      return describeIntegrationResponse(response);
    });
  };
}
