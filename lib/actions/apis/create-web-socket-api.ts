'use server';

import {
  CreateApiCommand,
  CreateDeploymentCommand,
  CreateIntegrationCommand,
  CreateRouteCommand,
  CreateStageCommand,
  DeleteApiCommand,
  type ApiGatewayV2Client,
} from '@aws-sdk/client-apigatewayv2';
import { withFunctionPermission } from '@/lib/actions/rest-apis/let-api-in';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { lambdaUriOf } from '@/lib/domain/rest-api/backend';
import { createWebSocketApiSchema } from '@/lib/forms/create-api';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';
import { atFormField } from './at-form-field';

async function addRoutes(
  client: ApiGatewayV2Client,
  apiId: string,
  values: { routeKeys: readonly string[]; backend: 'mock' | 'lambda'; functionArn: string; stage: string },
) {
  if (values.routeKeys.length > 0) {
    const { IntegrationId } = await client.send(
      new CreateIntegrationCommand({
        ApiId: apiId,
        ...(values.backend === 'mock'
          ? {
              IntegrationType: 'MOCK',
              TemplateSelectionExpression: '200',
              RequestTemplates: { '200': '{"statusCode": 200}' },
            }
          : {
              IntegrationType: 'AWS_PROXY',
              IntegrationMethod: 'POST',
              IntegrationUri: lambdaUriOf(values.functionArn),
            }),
      }),
    );
    for (const RouteKey of values.routeKeys)
      await client.send(
        new CreateRouteCommand({ ApiId: apiId, RouteKey, Target: `integrations/${IntegrationId}` }),
      );
  }
  await client.send(new CreateStageCommand({ ApiId: apiId, StageName: values.stage }));
  // An API without routes cannot be deployed; its stage waits for the first one.
  if (values.routeKeys.length > 0)
    await client.send(new CreateDeploymentCommand({ ApiId: apiId, StageName: values.stage }));
}

/** Makes a WebSocket API with its routes, one integration behind them, and a deployed stage; or nothing. */
export async function createWebSocketApiAction(
  input: unknown,
): Promise<ActionResult<{ readonly id: string }>> {
  const result = await runAction(
    {
      role: 'developer',
      schema: createWebSocketApiSchema,
      audit: 'api.create',
      operation: 'apigateway:CreateApi',
      fields: { routeSelectionExpression: 'selection', routeKey: 'custom' },
      place: ({ place }) => place,
      target: ({ values }) => values.name,
      details: ({ values }, data: { readonly id: string } | undefined) => ({
        protocol: 'WEBSOCKET',
        routes: values.routeKeys,
        ...(data && { id: data.id }),
      }),
      revalidate: ({ place }) => [routes.apis(place)],
      run: async ({ place, values }): Promise<ActionResult<{ readonly id: string }>> => {
        const client = await (await awsFor(place)).apiGatewayV2();
        const { ApiId = '' } = await client.send(
          new CreateApiCommand({
            Name: values.name,
            Description: values.description,
            ProtocolType: 'WEBSOCKET',
            RouteSelectionExpression: values.selection,
          }),
        );
        const add = () => addRoutes(client, ApiId, values);
        try {
          if (values.backend === 'lambda' && values.addPermission) {
            const uri = lambdaUriOf(values.functionArn);
            await withFunctionPermission({ place, apiId: ApiId, uri, source: '*/*' }, add);
          } else {
            await add();
          }
        } catch (error) {
          await client.send(new DeleteApiCommand({ ApiId })).catch(() => undefined);
          throw error;
        }
        return succeed({ id: ApiId });
      },
    },
    input,
  );
  return atFormField(result);
}
