import { CreateIntegrationCommand, CreateRouteCommand } from '@aws-sdk/client-apigatewayv2';
import { routes, withQuery, type Place } from '../../lib/routes.ts';
import { createHttpApi } from '../fixtures/http-api.ts';
import { test } from '../fixtures/test.ts';
import { expectAccessiblePages } from './accessible.ts';

function pagesOf(place: Place, id: string, routeId: string): Record<string, string> {
  const http = (...[page, ...more]: [Parameters<typeof routes.httpApi>[2], ...string[]]) =>
    routes.httpApi(place, id, page, ...more);
  return {
    'APIs list': routes.apis(place),
    'create API': routes.createApi(place),
    'create HTTP API': routes.createApi(place, 'http'),
    'create REST API': routes.createApi(place, 'rest'),
    'create WebSocket API': routes.createApi(place, 'websocket'),
    'import API': routes.createApi(place, 'import'),
    'a route': withQuery(http('routes'), { route: routeId }),
    'create route': http('routes', 'create'),
    integrations: http('integrations'),
    'create integration': http('integrations', 'create'),
    authorization: http('authorization'),
    'create authorizer': http('authorization', 'create'),
    CORS: http('cors'),
    metrics: http('metrics'),
    'edit CORS': http('cors', 'edit'),
    stages: http('stages'),
    'edit stage': http('stages', '$default', 'edit'),
    deployments: http('deployments'),
    'API settings': http('settings'),
    'edit API settings': http('settings', 'edit'),
    reimport: http('reimport'),
    export: http('export'),
    'missing API': routes.httpApi(place, 'nosuchapi0', 'routes'),
  };
}

test('pages of HTTP APIs', async ({ aws, page, place }) => {
  test.slow();
  await using api = await createHttpApi(aws);
  const { IntegrationId } = await aws.apiGatewayV2.send(
    new CreateIntegrationCommand({
      ApiId: api.id,
      IntegrationType: 'HTTP_PROXY',
      IntegrationMethod: 'ANY',
      IntegrationUri: 'https://example.com',
      PayloadFormatVersion: '1.0',
    }),
  );
  const { RouteId = '' } = await aws.apiGatewayV2.send(
    new CreateRouteCommand({
      ApiId: api.id,
      RouteKey: 'GET /orders',
      Target: `integrations/${IntegrationId}`,
    }),
  );
  await expectAccessiblePages(page, pagesOf(place, api.id, RouteId));
});
