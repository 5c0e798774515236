'use server';

import {
  DeleteMethodCommand,
  GetResourceCommand,
  PutGatewayResponseCommand,
  PutIntegrationResponseCommand,
  PutMethodResponseCommand,
  UpdateIntegrationResponseCommand,
  UpdateMethodResponseCommand,
  type APIGatewayClient,
  type Method,
  type Resource,
} from '@aws-sdk/client-api-gateway';
import type { ActionResult } from '@/lib/domain/console-error';
import { answerHeaders, staticValue, type CorsValues } from '@/lib/domain/rest-api/cors';
import { enableCorsSchema } from '@/lib/forms/rest-resources';
import { succeed } from '@/lib/shared/result';
import { changeRestApi } from './change-rest-api';
import { putPreflight } from './put-preflight';

type Target = { readonly restApiId: string; readonly resourceId: string };

/** The headers on every response that a method already maps; proxies answer for themselves. */
async function addHeaders(
  client: APIGatewayClient,
  target: Target & { readonly httpMethod: string },
  method: Method,
  values: CorsValues,
): Promise<void> {
  const type = method.methodIntegration?.type;
  if (type === undefined || type === 'AWS_PROXY' || type === 'HTTP_PROXY') return;
  const headers = Object.entries(answerHeaders(values));
  const path = (name: string) => `/responseParameters/method.response.header.${name}`;
  const known = Object.keys(method.methodResponses ?? {});
  const mapped = Object.keys(method.methodIntegration?.integrationResponses ?? {});
  for (const statusCode of known.length > 0 ? known : ['200']) {
    const named = { ...target, statusCode };
    if (known.length === 0) await client.send(new PutMethodResponseCommand(named));
    await client.send(
      new UpdateMethodResponseCommand({
        ...named,
        patchOperations: headers.map(([name]) => ({ op: 'add', path: path(name), value: 'false' })),
      }),
    );
    if (!mapped.includes(statusCode) && known.length > 0) continue;
    if (!mapped.includes(statusCode)) await client.send(new PutIntegrationResponseCommand(named));
    await client.send(
      new UpdateIntegrationResponseCommand({
        ...named,
        patchOperations: headers.map(([name, value]) => ({
          op: 'add',
          path: path(name),
          value: staticValue(value),
        })),
      }),
    );
  }
}

async function enable(client: APIGatewayClient, target: Target, resource: Resource, values: CorsValues) {
  await putPreflight(client, target, values);
  for (const httpMethod of values.methods) {
    const method = resource.resourceMethods?.[httpMethod];
    if (method) await addHeaders(client, { ...target, httpMethod }, method, values);
  }
  for (const responseType of values.gatewayResponses) {
    await client.send(
      new PutGatewayResponseCommand({
        restApiId: target.restApiId,
        responseType,
        responseParameters: Object.fromEntries(
          Object.entries(answerHeaders(values)).map(([name, value]) => [
            `gatewayresponse.header.${name}`,
            staticValue(value),
          ]),
        ),
      }),
    );
  }
}

/** Answers preflight requests of a resource, and adds the headers to what its methods answer. */
export async function enableCorsAction(input: unknown): Promise<ActionResult<undefined>> {
  return changeRestApi(
    {
      schema: enableCorsSchema,
      audit: 'api-resource.update',
      operation: 'apigateway:PutMethod',
      details: ({ resourceId, values }) => ({
        resourceId,
        methods: values.methods,
        allowOrigin: values.allowOrigin,
      }),
      run: async (client, { apiId, resourceId, values }) => {
        const target = { restApiId: apiId, resourceId };
        const resource = await client.send(new GetResourceCommand({ ...target, embed: ['methods'] }));
        // An OPTIONS method that is there is replaced: PutMethod refuses a second one.
        if (resource.resourceMethods?.['OPTIONS']) {
          await client.send(new DeleteMethodCommand({ ...target, httpMethod: 'OPTIONS' }));
        }
        await enable(client, target, resource, values);
        return succeed(undefined);
      },
    },
    input,
  );
}
