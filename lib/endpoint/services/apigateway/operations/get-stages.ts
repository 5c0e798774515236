import type { GetStagesRequest, Stages } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow } from '../access.ts';
import { showStage } from '../views.ts';
import type { RestApiParts } from '../parts.ts';

export function getStages(parts: RestApiParts): Operation<Given<GetStagesRequest>, Stages> {
  return (input, context) => {
    findApiOrThrow(parts, context, input.restApiId);
    const stages = parts.repository.listStages(input.restApiId);
    const { deploymentId } = input;
    return {
      item: stages
        .filter((stage) => deploymentId === undefined || stage.deploymentId === deploymentId)
        .map(showStage),
    };
  };
}
