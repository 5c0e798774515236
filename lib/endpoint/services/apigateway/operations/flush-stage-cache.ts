import type { FlushStageCacheRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findStageOrThrow } from '../access.ts';
import type { RestApiParts } from '../parts.ts';

export function flushStageCache(parts: RestApiParts): Operation<Given<FlushStageCacheRequest>, object> {
  return (input, context) => {
    findApiOrThrow(parts, context, input.restApiId);
    findStageOrThrow(parts, input.restApiId, input.stageName);
    parts.flush(input.restApiId, input.stageName, 'data');
    return {};
  };
}
