import type { GetIntegrationRequest, GetIntegrationResult } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findPartOrThrow } from '../access.ts';
import type { HttpApiParts } from '../parts.ts';

export function getIntegration(
  parts: HttpApiParts,
): Operation<Given<GetIntegrationRequest>, GetIntegrationResult> {
  return (input, context) => {
    findApiOrThrow(parts, context, input.ApiId);
    return findPartOrThrow(parts, input.ApiId, 'integration', input.IntegrationId);
  };
}
