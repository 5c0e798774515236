import type { GetStagesRequest, GetStagesResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow } from '../access.ts';
import { pageOf } from '../paging.ts';
import type { HttpApiParts } from '../parts.ts';
import { describeStage } from '../stage-view.ts';

export function getStages(parts: HttpApiParts): Operation<Given<GetStagesRequest>, GetStagesResponse> {
  return (input, context) => {
    findApiOrThrow(parts, context, input.ApiId);
    return pageOf(
      parts.repository.listParts(input.ApiId, 'stage'),
      input,
      ({ StageName }) => StageName,
      describeStage,
    );
  };
}
