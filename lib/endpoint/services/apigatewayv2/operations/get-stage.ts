import type { GetStageRequest, GetStageResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findPartOrThrow } from '../access.ts';
import type { HttpApiParts } from '../parts.ts';
import { describeStage } from '../stage-view.ts';

export function getStage(parts: HttpApiParts): Operation<Given<GetStageRequest>, GetStageResponse> {
  return (input, context) => {
    findApiOrThrow(parts, context, input.ApiId);
    return describeStage(findPartOrThrow(parts, input.ApiId, 'stage', input.StageName));
  };
}
