import type { FlushStageAuthorizersCacheRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findStageOrThrow } from '../access.ts';
import type { RestApiParts } from '../parts.ts';

export function flushStageAuthorizersCache(
  parts: RestApiParts,
): Operation<Given<FlushStageAuthorizersCacheRequest>, object> {
  return (input, context) => {
    findApiOrThrow(parts, context, input.restApiId);
    findStageOrThrow(parts, input.restApiId, input.stageName);
    parts.flush(input.restApiId, input.stageName, 'authorizers');
    return {};
  };
}
