import type { ExportApiRequest, ExportApiResponse } from '@aws-sdk/client-apigatewayv2';
import type { Given, Operation } from '../../service.ts';
import { findApiOrThrow, findPartOrThrow } from '../access.ts';
import { apiEndpoint } from '../api-view.ts';
import { takeSnapshot } from '../deployments.ts';
import { badRequest } from '../errors.ts';
import { exportText } from '../openapi/export.ts';
import type { HttpApiParts } from '../parts.ts';
import { protocolOf, type Snapshot } from '../records.ts';

/** Without a stage, the API as it is now; with one, what is deployed to it. */
export function exportApi(parts: HttpApiParts): Operation<Given<ExportApiRequest>, ExportApiResponse> {
  return (input, context) => {
    const { ApiId, OutputType, StageName, ExportVersion = '1.0' } = input;
    const api = findApiOrThrow(parts, context, ApiId);
    if (protocolOf(api) !== 'HTTP') throw badRequest('ExportApi is not supported for WEBSOCKET APIs.');
    if (input.Specification !== 'OAS30')
      throw badRequest(`Invalid specification: ${input.Specification}. Must be one of [OAS30]`);
    if (OutputType !== 'JSON' && OutputType !== 'YAML')
      throw badRequest(`Invalid outputType: ${OutputType}. Must be one of [JSON, YAML]`);
    if (ExportVersion !== '1.0')
      throw badRequest(`Invalid exportVersion: ${ExportVersion}. Must be one of [1.0]`);
    const order = {
      api,
      snapshot: StageName === undefined ? takeSnapshot(parts, ApiId) : deployedTo(parts, ApiId, StageName),
      basePath: StageName === undefined || StageName === '$default' ? '' : `/${StageName}`,
      address: apiEndpoint(ApiId, context.baseUrl),
      hasExtensions: input.IncludeExtensions ?? true,
    };
    return { body: Buffer.from(exportText(order, OutputType)) };
  };
}

function deployedTo(parts: HttpApiParts, apiId: string, stageName: string): Snapshot {
  const { DeploymentId } = findPartOrThrow(parts, apiId, 'stage', stageName);
  if (DeploymentId === undefined)
    throw badRequest(`Unable to export the stage ${stageName}: nothing is deployed to it.`);
  return findPartOrThrow(parts, apiId, 'deployment', DeploymentId).snapshot;
}
