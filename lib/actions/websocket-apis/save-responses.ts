'use server';

import {
  CreateIntegrationResponseCommand,
  DeleteIntegrationResponseCommand,
  UpdateIntegrationResponseCommand,
  UpdateRouteResponseCommand,
} from '@aws-sdk/client-apigatewayv2';
import { changeHttpApi } from '@/lib/actions/http-apis/change-http-api';
import type { ActionResult } from '@/lib/domain/console-error';
import {
  deleteSocketIntegrationResponseSchema,
  saveSocketIntegrationResponseSchema,
  saveSocketRouteResponseSchema,
} from '@/lib/forms/socket-responses';
import { succeed } from '@/lib/shared/result';

const fields = {
  integrationResponseKey: 'key',
  templateSelectionExpression: 'templateSelection',
  responseModels: 'models',
  modelSelectionExpression: 'modelSelection',
};

/** Creates or changes what matching answers of an integration become. */
export async function saveSocketIntegrationResponseAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeHttpApi(
    {
      schema: saveSocketIntegrationResponseSchema,
      audit: 'api-integration.update',
      operation: 'apigateway:UpdateIntegrationResponse',
      fields,
      details: ({ integrationId, values }) => ({ integrationId, response: values.key }),
      run: async (client, { apiId, integrationId, responseId, values }) => {
        const wire = {
          ApiId: apiId,
          IntegrationId: integrationId,
          IntegrationResponseKey: values.key,
          ResponseTemplates: values.templates,
          ...(values.templateSelection && { TemplateSelectionExpression: values.templateSelection }),
          ...(values.contentHandling && { ContentHandlingStrategy: values.contentHandling }),
        };
        if (responseId === undefined) await client.send(new CreateIntegrationResponseCommand(wire));
        else
          await client.send(
            new UpdateIntegrationResponseCommand({ ...wire, IntegrationResponseId: responseId }),
          );
        return succeed(undefined);
      },
    },
    input,
  );
}

export async function deleteSocketIntegrationResponseAction(
  input: unknown,
): Promise<ActionResult<undefined>> {
  return changeHttpApi(
    {
      schema: deleteSocketIntegrationResponseSchema,
      audit: 'api-integration.update',
      operation: 'apigateway:DeleteIntegrationResponse',
      details: ({ integrationId, responseId }) => ({ integrationId, deletedResponse: responseId }),
      run: async (client, { apiId, integrationId, responseId }) => {
        await client.send(
          new DeleteIntegrationResponseCommand({
            ApiId: apiId,
            IntegrationId: integrationId,
            IntegrationResponseId: responseId,
          }),
        );
        return succeed(undefined);
      },
    },
    input,
  );
}

/** Changes which models describe what a route answers. */
export async function saveSocketRouteResponseAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeHttpApi(
    {
      schema: saveSocketRouteResponseSchema,
      audit: 'api-route.update',
      operation: 'apigateway:UpdateRouteResponse',
      fields,
      details: ({ routeId, values }) => ({
        routeId,
        responseModels: Object.entries(values.models).map(([key, name]) => `${key}=${name}`),
      }),
      run: async (client, { apiId, routeId, responseId, values }) => {
        await client.send(
          new UpdateRouteResponseCommand({
            ApiId: apiId,
            RouteId: routeId,
            RouteResponseId: responseId,
            ResponseModels: values.models,
            ...(values.modelSelection && { ModelSelectionExpression: values.modelSelection }),
          }),
        );
        return succeed(undefined);
      },
    },
    input,
  );
}
