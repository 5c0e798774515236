import type { GetStageRequest, Stage } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findStageOrThrow } from '../access.ts';
import { showStage } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function getStage(parts: RestApiParts): Operation<Given<GetStageRequest>, Stage> {
  return (input, context) => {
    findApiOrThrow(parts, context, input.restApiId);
    return showStage(findStageOrThrow(parts, input.restApiId, input.stageName));
  };
}
