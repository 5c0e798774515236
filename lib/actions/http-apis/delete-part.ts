'use server';

import {
  DeleteAuthorizerCommand,
  DeleteCorsConfigurationCommand,
  DeleteDeploymentCommand,
  DeleteIntegrationCommand,
  DeleteRouteCommand,
  DeleteStageCommand,
} from '@aws-sdk/client-apigatewayv2';
import type { ActionResult } from '@/lib/domain/console-error';
import { deletePartSchema, httpApiTarget } from '@/lib/forms/http-api';
import { succeed } from '@/lib/shared/result';
import { changeHttpApi } from './change-http-api';

const details = ({ id }: { id: string }) => ({ id });

export async function deleteRouteAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeHttpApi(
    {
      schema: deletePartSchema,
      audit: 'api-route.delete',
      operation: 'apigateway:DeleteRoute',
      details,
      run: async (client, { apiId, id }) => {
        await client.send(new DeleteRouteCommand({ ApiId: apiId, RouteId: id }));
        return succeed(undefined);
      },
    },
    input,
  );
}

/** Refused by AWS while a route uses it. */
export async function deleteHttpIntegrationAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeHttpApi(
    {
      schema: deletePartSchema,
      audit: 'api-integration.delete',
      operation: 'apigateway:DeleteIntegration',
      details,
      run: async (client, { apiId, id }) => {
        await client.send(new DeleteIntegrationCommand({ ApiId: apiId, IntegrationId: id }));
        return succeed(undefined);
      },
    },
    input,
  );
}

export async function deleteHttpAuthorizerAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeHttpApi(
    {
      schema: deletePartSchema,
      audit: 'api-authorizer.delete',
      operation: 'apigateway:DeleteAuthorizer',
      details,
      run: async (client, { apiId, id }) => {
        await client.send(new DeleteAuthorizerCommand({ ApiId: apiId, AuthorizerId: id }));
        return succeed(undefined);
      },
    },
    input,
  );
}

export async function deleteHttpStageAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeHttpApi(
    {
      schema: deletePartSchema,
      audit: 'api-stage.delete',
      operation: 'apigateway:DeleteStage',
      details,
      run: async (client, { apiId, id }) => {
        await client.send(new DeleteStageCommand({ ApiId: apiId, StageName: id }));
        return succeed(undefined);
      },
    },
    input,
  );
}

/** Refused by AWS while a stage answers by it. */
export async function deleteHttpDeploymentAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeHttpApi(
    {
      schema: deletePartSchema,
      audit: 'api-deployment.delete',
      operation: 'apigateway:DeleteDeployment',
      details,
      run: async (client, { apiId, id }) => {
        await client.send(new DeleteDeploymentCommand({ ApiId: apiId, DeploymentId: id }));
        return succeed(undefined);
      },
    },
    input,
  );
}

/** Takes the API's CORS configuration away: preflights go to its routes again. */
export async function deleteCorsAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeHttpApi(
    {
      schema: httpApiTarget,
      audit: 'api.update',
      operation: 'apigateway:DeleteCorsConfiguration',
      details: () => ({ cors: 'off' }),
      run: async (client, { apiId }) => {
        await client.send(new DeleteCorsConfigurationCommand({ ApiId: apiId }));
        return succeed(undefined);
      },
    },
    input,
  );
}
