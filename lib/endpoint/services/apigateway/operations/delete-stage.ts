import type { DeleteStageRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findStageOrThrow } from '../access.ts';
import type { RestApiParts } from '../parts.ts';

export function deleteStage(parts: RestApiParts): Operation<Given<DeleteStageRequest>, object> {
  return (input, context) => {
    parts.repository.transaction(() => {
      findApiOrThrow(parts, context, input.restApiId);
      findStageOrThrow(parts, input.restApiId, input.stageName);
      parts.repository.removeStage(input.restApiId, input.stageName);
    });
    parts.changed(input.restApiId);
    parts.flush(input.restApiId, input.stageName, 'data');
    parts.flush(input.restApiId, input.stageName, 'authorizers');
    return {};
  };
}
