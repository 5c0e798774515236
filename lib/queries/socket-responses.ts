import 'server-only';
import { GetIntegrationResponsesCommand, GetRouteResponsesCommand } from '@aws-sdk/client-apigatewayv2';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { SocketIntegrationResponse, SocketRouteResponse } from '@/lib/domain/socket-api';
import { readPages } from '@/lib/queries/http-parts';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import type { Place } from '@/lib/routes';
import type { Result } from '@/lib/shared/result';

/** What answers of an integration become, `$default` last, as it is the one that takes what no other takes. */
export function listSocketIntegrationResponses(
  place: Place,
  apiId: string,
  integrationId: string,
): Promise<Result<readonly SocketIntegrationResponse[], ConsoleError>> {
  return readAsViewer(place, 'apigateway:GetIntegrationResponses', async (aws) => {
    const client = await aws.apiGatewayV2();
    const of = { ApiId: apiId, IntegrationId: integrationId, MaxResults: '500' };
    const found = await readPages((NextToken) =>
      client.send(new GetIntegrationResponsesCommand({ ...of, NextToken })),
    );
    const isLast = ({ key }: SocketIntegrationResponse) => Number(key === '$default');
    return found
      .map((one) => ({
        id: one.IntegrationResponseId ?? '',
        key: one.IntegrationResponseKey ?? '',
        templateSelection: one.TemplateSelectionExpression ?? '',
        contentHandling: one.ContentHandlingStrategy ?? '',
        templates: one.ResponseTemplates ?? {},
      }))
      .sort((a, b) => isLast(a) - isLast(b) || a.key.localeCompare(b.key));
  });
}

/** The response of a route; undefined when it has none. */
export function getSocketRouteResponse(
  place: Place,
  apiId: string,
  routeId: string,
): Promise<Result<SocketRouteResponse | undefined, ConsoleError>> {
  return readAsViewer(place, 'apigateway:GetRouteResponses', async (aws) => {
    const client = await aws.apiGatewayV2();
    const { Items: [one] = [] } = await client.send(
      new GetRouteResponsesCommand({ ApiId: apiId, RouteId: routeId }),
    );
    return (
      one && {
        id: one.RouteResponseId ?? '',
        modelSelection: one.ModelSelectionExpression ?? '',
        models: one.ResponseModels ?? {},
      }
    );
  });
}
