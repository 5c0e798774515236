import type { CreateStageRequest, CreateStageResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { changeApi, findApiOrThrow, findPartOrThrow } from '../access.ts';
import { conflict, tooMany } from '../errors.ts';
import type { HttpApiParts } from '../parts.ts';
import { protocolOf, type StoredStage } from '../records.ts';
import { limits } from '../rules/limits.ts';
import { assertStageName, changedStage } from '../rules/stage.ts';
import { assertTags } from '../rules/tags.ts';
import { describeStage } from '../stage-view.ts';

export function createStage(parts: HttpApiParts): Operation<Given<CreateStageRequest>, CreateStageResponse> {
  const { repository, clock } = parts;
  return ({ ApiId, StageName, Tags = {}, ...input }, context) => {
    const protocol = protocolOf(findApiOrThrow(parts, context, ApiId));
    assertStageName(StageName);
    assertTags(Tags);
    const nowMs = clock.now();
    const blank: StoredStage = {
      StageName,
      Tags,
      AutoDeploy: false,
      DefaultRouteSettings: {
        DetailedMetricsEnabled: false,
        ...(protocol === 'WEBSOCKET' && { DataTraceEnabled: false, LoggingLevel: 'OFF' }),
      },
      RouteSettings: {},
      StageVariables: {},
      createdMs: nowMs,
      updatedMs: nowMs,
    };
    const work = () => {
      const stages = repository.listParts(ApiId, 'stage');
      if (stages.some((stage) => stage.StageName === StageName)) throw conflict('Stage already exists');
      if (stages.length >= limits.stages) throw tooMany('Stage', limits.stages);
      repository.putPart(ApiId, 'stage', StageName, changedStage(parts, ApiId, blank, input));
    };
    changeApi(parts, ApiId, work, { isDeployed: input.AutoDeploy === true });
    return describeStage(findPartOrThrow(parts, ApiId, 'stage', StageName));
  };
}
