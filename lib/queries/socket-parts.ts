import 'server-only';
import {
  GetAuthorizersCommand,
  GetModelsCommand,
  GetModelTemplateCommand,
} from '@aws-sdk/client-apigatewayv2';
import type { ConsoleError } from '@/lib/domain/console-error';
import { functionArnOfUri } from '@/lib/domain/http-api/http-api';
import type { SocketAuthorizer, SocketModel, SocketSettings } from '@/lib/domain/socket-api';
import { readHttpApi } from '@/lib/queries/api';
import { readPages } from '@/lib/queries/http-parts';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import type { Place } from '@/lib/routes';
import { succeed, type Result } from '@/lib/shared/result';

/** Authorizers of a WebSocket API, by name. */
export function listSocketAuthorizers(
  place: Place,
  apiId: string,
): Promise<Result<readonly SocketAuthorizer[], ConsoleError>> {
  return readAsViewer(place, 'apigateway:GetAuthorizers', async (aws) => {
    const client = await aws.apiGatewayV2();
    const found = await readPages((NextToken) =>
      client.send(new GetAuthorizersCommand({ ApiId: apiId, MaxResults: '500', NextToken })),
    );
    return found
      .map((one) => ({
        id: one.AuthorizerId ?? '',
        name: one.Name ?? '',
        identitySources: one.IdentitySource ?? [],
        functionArn: functionArnOfUri(one.AuthorizerUri ?? ''),
        uri: one.AuthorizerUri ?? '',
        credentialsArn: one.AuthorizerCredentialsArn ?? '',
      }))
      .sort((a, b) => a.name.localeCompare(b.name));
  });
}

/** Models of a WebSocket API, by name. */
export function listSocketModels(
  place: Place,
  apiId: string,
): Promise<Result<readonly SocketModel[], ConsoleError>> {
  return readAsViewer(place, 'apigateway:GetModels', async (aws) => {
    const client = await aws.apiGatewayV2();
    const found = await readPages((NextToken) =>
      client.send(new GetModelsCommand({ ApiId: apiId, MaxResults: '500', NextToken })),
    );
    return found
      .map((one) => ({
        id: one.ModelId ?? '',
        name: one.Name ?? '',
        contentType: one.ContentType ?? '',
        description: one.Description ?? '',
        schema: one.Schema ?? '',
      }))
      .sort((a, b) => a.name.localeCompare(b.name));
  });
}

/** The mapping template that API Gateway writes for a model. */
export function getSocketModelTemplate(
  place: Place,
  apiId: string,
  modelId: string,
): Promise<Result<string, ConsoleError>> {
  return readAsViewer(place, 'apigateway:GetModelTemplate', async (aws) => {
    const client = await aws.apiGatewayV2();
    const { Value = '' } = await client.send(new GetModelTemplateCommand({ ApiId: apiId, ModelId: modelId }));
    return Value;
  });
}

/** What is set for the whole API. */
export async function getSocketSettings(
  place: Place,
  apiId: string,
): Promise<Result<SocketSettings, ConsoleError>> {
  const found = await readHttpApi(place, apiId);
  if (!found.ok) return found;
  const { data: api } = found;
  return succeed({
    name: api.Name ?? '',
    description: api.Description ?? '',
    version: api.Version ?? '',
    routeSelection: api.RouteSelectionExpression ?? '',
    apiKeySelection: api.ApiKeySelectionExpression ?? '',
    ipAddressType: api.IpAddressType ?? 'ipv4',
    isAddressOff: api.DisableExecuteApiEndpoint ?? false,
    isSchemaUnchecked: api.DisableSchemaValidation ?? false,
  });
}
