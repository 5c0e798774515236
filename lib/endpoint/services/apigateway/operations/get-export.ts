import type { ExportResponse, GetExportRequest } from '@aws-sdk/client-api-gateway';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findDeploymentOrThrow, findStageOrThrow } from '../access.ts';
import { exportDefinition } from '../openapi/export.ts';
import type { RestApiParts } from '../parts.ts';

export function getExport(parts: RestApiParts): Operation<Given<GetExportRequest>, ExportResponse> {
  return (input, context) => {
    const api = findApiOrThrow(parts, context, input.restApiId);
    const stage = findStageOrThrow(parts, input.restApiId, input.stageName);
    const { snapshot } = findDeploymentOrThrow(parts, input.restApiId, stage.deploymentId);
    return exportDefinition(api, stage, snapshot, input, context.baseUrl);
  };
}
