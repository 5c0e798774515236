import {
  CreateApiKeyCommand,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
} from '@aws-sdk/client-api-gateway';
import {
  CreateApiCommand,
  CreateAuthorizerCommand,
  CreateDeploymentCommand,
  CreateIntegrationCommand,
  CreateIntegrationResponseCommand,
  CreateModelCommand,
  CreateRouteCommand,
  CreateRouteResponseCommand,
  CreateStageCommand,
} from '@aws-sdk/client-apigatewayv2';
import { routes, withQuery, type Place } from '../../lib/routes.ts';
import { createMockRestApi } from '../fixtures/apis.ts';
import { uniqueName, type Aws } from '../fixtures/aws.ts';
import { test } from '../fixtures/test.ts';
import { expectAccessiblePages } from './accessible.ts';

interface Things {
  readonly restId: string;
  readonly socketId: string;
  readonly routeId: string;
  readonly authorizerId: string;
  readonly modelId: string;
  readonly responseId: string;
  readonly keyId: string;
  readonly planId: string;
}

function pagesOf(
  place: Place,
  { restId, socketId, routeId, authorizerId, modelId, responseId, keyId, planId }: Things,
): Record<string, string> {
  return {
    'request runner': routes.restApi(place, restId, 'requests'),
    'API keys': routes.apiKeys(place),
    'API key': routes.apiKeys(place, keyId),
    'create API key': routes.apiKeys(place, 'create'),
    'import API keys': routes.apiKeys(place, 'import'),
    'edit API key': routes.apiKeys(place, keyId, 'edit'),
    'usage plans': routes.usagePlans(place),
    'usage plan': routes.usagePlans(place, planId),
    'create usage plan': routes.usagePlans(place, 'create'),
    'edit usage plan': routes.usagePlans(place, planId, 'edit'),
    'add stage to usage plan': routes.usagePlans(place, planId, 'add-stage'),
    'add key to usage plan': routes.usagePlans(place, planId, 'add-key'),
    'method throttling': withQuery(routes.usagePlans(place, planId, 'throttles'), {
      stage: `${restId}:prod`,
    }),
    'WebSocket routes': routes.webSocketApi(place, socketId, 'routes'),
    'WebSocket dashboard': routes.webSocketApi(place, socketId, 'dashboard'),
    'WebSocket route not set': withQuery(routes.webSocketApi(place, socketId, 'routes'), {
      route: '$connect',
    }),
    'create WebSocket route': routes.webSocketApi(place, socketId, 'routes', 'create'),
    'edit WebSocket route': routes.webSocketApi(place, socketId, 'routes', routeId, 'edit'),
    'WebSocket authorizers': routes.webSocketApi(place, socketId, 'authorizers'),
    'create WebSocket authorizer': routes.webSocketApi(place, socketId, 'authorizers', 'create'),
    'edit WebSocket authorizer': routes.webSocketApi(place, socketId, 'authorizers', authorizerId, 'edit'),
    'WebSocket models': withQuery(routes.webSocketApi(place, socketId, 'models'), { template: modelId }),
    'create WebSocket model': routes.webSocketApi(place, socketId, 'models', 'create'),
    'edit WebSocket model': routes.webSocketApi(place, socketId, 'models', modelId, 'edit'),
    'WebSocket settings': routes.webSocketApi(place, socketId, 'settings'),
    'edit WebSocket settings': routes.webSocketApi(place, socketId, 'settings', 'edit'),
    'tags of an API': routes.apiTags(place, socketId),
    'tags of a stage': routes.apiTags(place, restId, 'prod'),
    'create integration response': routes.webSocketApi(
      place,
      socketId,
      'routes',
      routeId,
      'integration-responses',
      'create',
    ),
    'edit integration response': routes.webSocketApi(
      place,
      socketId,
      'routes',
      routeId,
      'integration-responses',
      responseId,
      'edit',
    ),
    'edit route response': routes.webSocketApi(place, socketId, 'routes', routeId, 'route-response'),
    'WebSocket stages': routes.webSocketApi(place, socketId, 'stages'),
    'deploy WebSocket API': routes.webSocketApi(place, socketId, 'stages', 'deploy'),
    'WebSocket client': routes.webSocketApi(place, socketId, 'client'),
  };
}

/** A key in a plan of the REST API's stage. */
async function createPlan(aws: Aws, restId: string) {
  const name = uniqueName('plan');
  const client = aws.apiGateway;
  const { id: keyId = '' } = await client.send(new CreateApiKeyCommand({ name, enabled: true }));
  const { id: planId = '' } = await client.send(
    new CreateUsagePlanCommand({
      name,
      apiStages: [{ apiId: restId, stage: 'prod' }],
      quota: { limit: 100, period: 'DAY' },
    }),
  );
  await client.send(new CreateUsagePlanKeyCommand({ usagePlanId: planId, keyId, keyType: 'API_KEY' }));
  return { keyId, planId };
}

/** A WebSocket API with one mock route and a stage. */
async function createSocketApi(aws: Aws) {
  const client = aws.apiGatewayV2;
  const { ApiId = '' } = await client.send(
    new CreateApiCommand({
      Name: uniqueName('live'),
      ProtocolType: 'WEBSOCKET',
      RouteSelectionExpression: '$request.body.action',
    }),
  );
  const { IntegrationId } = await client.send(
    new CreateIntegrationCommand({
      ApiId,
      IntegrationType: 'MOCK',
      RequestTemplates: { $default: '{"statusCode": 200}' },
      TemplateSelectionExpression: String.raw`\$default`,
    }),
  );
  const { RouteId = '' } = await client.send(
    new CreateRouteCommand({ ApiId, RouteKey: '$default', Target: `integrations/${IntegrationId}` }),
  );
  await client.send(new CreateRouteResponseCommand({ ApiId, RouteId, RouteResponseKey: '$default' }));
  const { IntegrationResponseId: responseId = '' } = await client.send(
    new CreateIntegrationResponseCommand({
      ApiId,
      IntegrationId,
      IntegrationResponseKey: '$default',
      ResponseTemplates: { $default: '{}' },
    }),
  );
  const { DeploymentId } = await client.send(new CreateDeploymentCommand({ ApiId }));
  await client.send(new CreateStageCommand({ ApiId, StageName: 'prod', DeploymentId }));
  const { AuthorizerId = '' } = await client.send(
    new CreateAuthorizerCommand({
      ApiId,
      Name: 'guard',
      AuthorizerType: 'REQUEST',
      AuthorizerUri:
        'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:guard/invocations',
      IdentitySource: ['route.request.header.Authorization'],
    }),
  );
  const { ModelId = '' } = await client.send(
    new CreateModelCommand({
      ApiId,
      Name: 'Join',
      ContentType: 'application/json',
      Schema: '{"type":"object","properties":{"room":{"type":"string"}}}',
    }),
  );
  return { socketId: ApiId, routeId: RouteId, authorizerId: AuthorizerId, modelId: ModelId, responseId };
}

test('clients of APIs', async ({ aws, page, place }) => {
  test.slow();
  await using rest = await createMockRestApi(aws);
  const things = {
    restId: rest.id,
    ...(await createPlan(aws, rest.id)),
    ...(await createSocketApi(aws)),
  };
  await expectAccessiblePages(page, pagesOf(place, things));
});
