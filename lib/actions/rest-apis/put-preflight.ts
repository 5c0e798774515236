import 'server-only';
import {
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
  type APIGatewayClient,
} from '@aws-sdk/client-api-gateway';
import { preflightHeaders, staticValue, type CorsValues } from '@/lib/domain/rest-api/cors';

/** Puts the OPTIONS method that answers preflight requests by itself, as AWS's console does. */
export async function putPreflight(
  client: APIGatewayClient,
  target: { readonly restApiId: string; readonly resourceId: string },
  values: CorsValues,
): Promise<void> {
  const named = { ...target, httpMethod: 'OPTIONS' };
  const headers = Object.entries(preflightHeaders(values));
  const parameter = (name: string) => `method.response.header.${name}`;
  await client.send(new PutMethodCommand({ ...named, authorizationType: 'NONE' }));
  await client.send(
    new PutIntegrationCommand({
      ...named,
      type: 'MOCK',
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
    }),
  );
  await client.send(
    new PutMethodResponseCommand({
      ...named,
      statusCode: '200',
      responseParameters: Object.fromEntries(headers.map(([name]) => [parameter(name), false])),
      responseModels: { 'application/json': 'Empty' },
    }),
  );
  await client.send(
    new PutIntegrationResponseCommand({
      ...named,
      statusCode: '200',
      responseParameters: Object.fromEntries(
        headers.map(([name, value]) => [parameter(name), staticValue(value)]),
      ),
    }),
  );
}
