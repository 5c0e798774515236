import {
  APIGatewayClient,
  CreateDeploymentCommand as DeployRestApi,
  CreateRestApiCommand,
  GetBasePathMappingsCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
} from '@aws-sdk/client-api-gateway';
import {
  CreateApiCommand,
  CreateApiMappingCommand,
  CreateDomainNameCommand,
  CreateRouteCommand,
  CreateStageCommand,
  DeleteApiMappingCommand,
  DeleteDomainNameCommand,
  GetApiMappingCommand,
  GetApiMappingsCommand,
  GetDomainNameCommand,
  GetDomainNamesCommand,
  UpdateApiCommand,
  UpdateApiMappingCommand,
  UpdateDomainNameCommand,
} from '@aws-sdk/client-apigatewayv2';
import { afterAll, expect, it } from 'vitest';
import { openClient, refusedClient } from '../data-plane/websocket-api/test/client.ts';
import { refusalOf, startHttpApis } from './http-api-harness.ts';

const apis = await startHttpApis();
const { gateway, send, serve } = apis;
const { port, url } = apis.program.ready;
const rest = new APIGatewayClient({
  endpoint: url,
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});
afterAll(async () => {
  rest.destroy();
  await apis.close();
});

const CertificateArn = 'arn:aws:acm:us-east-1:000000000000:certificate/c';
const createDomain = (DomainName: string) =>
  gateway.send(
    new CreateDomainNameCommand({
      DomainName,
      DomainNameConfigurations: [{ CertificateArn, EndpointType: 'REGIONAL' }],
    }),
  );
const map = (DomainName: string, ApiId: string, Stage: string, ApiMappingKey?: string) =>
  gateway.send(new CreateApiMappingCommand({ DomainName, ApiId, Stage, ApiMappingKey }));
const get = (domain: string, path: string) => send(path, { host: `${domain}.localhost:${port}` });

/** A REST API that answers `rest`, deployed to `live`. */
async function createRestApi(): Promise<string> {
  const { id: restApiId } = await rest.send(new CreateRestApiCommand({ name: 'r' }));
  const { items = [] } = await rest.send(new GetResourcesCommand({ restApiId }));
  const place = { restApiId, resourceId: items[0]?.id, httpMethod: 'GET' };
  await rest.send(new PutMethodCommand({ ...place, authorizationType: 'NONE' }));
  const requestTemplates = { 'application/json': '{"statusCode":200}' };
  await rest.send(new PutIntegrationCommand({ ...place, type: 'MOCK', requestTemplates }));
  const responseTemplates = { 'application/json': 'rest' };
  await rest.send(new PutIntegrationResponseCommand({ ...place, statusCode: '200', responseTemplates }));
  await rest.send(new DeployRestApi({ restApiId, stageName: 'live' }));
  return restApiId ?? '';
}

it('lead to HTTP and REST APIs, by the longest key', async () => {
  const domain = 'api.example.com';
  const created = await createDomain(domain);
  expect(created).toMatchObject({
    DomainName: domain,
    ApiMappingSelectionExpression: '$request.basepath',
    DomainNameConfigurations: [{ CertificateArn, EndpointType: 'REGIONAL', DomainNameStatus: 'AVAILABLE' }],
  });
  const pets = await serve(['GET /{proxy+}'], {}, 'live');
  const other = await serve(['GET /{proxy+}'], {}, 'beta');
  await gateway.send(new UpdateApiCommand({ ApiId: pets, DisableExecuteApiEndpoint: true }));
  expect((await get(domain, '/v1/pets/7')).status).toBe(403);
  await map(domain, pets, 'live', 'v1/pets');
  await map(domain, other, 'beta', 'v1');
  await map(domain, await createRestApi(), 'live', 'rest');
  expect((await get(domain, '/v1/pets/7')).json).toMatchObject({
    rawPath: '/v1/pets/7',
    pathParameters: { proxy: '7' },
    requestContext: {
      apiId: pets,
      stage: 'live',
      domainName: `${domain}.localhost:${port}`,
      domainPrefix: 'api',
    },
  });
  expect((await get(domain, '/v1/cats')).json).toMatchObject({
    requestContext: { apiId: other, stage: 'beta' },
  });
  expect((await get(domain, '/rest')).text).toBe('rest');
  expect((await get(domain, '/none')).status).toBe(403);
  expect((await get(domain, '/v1/%ff')).status).toBe(400);
  // Its own address is off.
  expect((await apis.call(pets, '/live/7')).status).toBe(404);
});

it('lead to WebSocket APIs, and to those alone', async () => {
  const domain = 'chat.example.com';
  await createDomain(domain);
  const { ApiId = '' } = await gateway.send(
    new CreateApiCommand({
      Name: 'c',
      ProtocolType: 'WEBSOCKET',
      RouteSelectionExpression: '$request.body.a',
    }),
  );
  await gateway.send(new CreateRouteCommand({ ApiId, RouteKey: 'x' }));
  await gateway.send(new CreateStageCommand({ ApiId, StageName: 'prod', AutoDeploy: true }));
  await map(domain, ApiId, 'prod', 'talk');
  const headers = { host: `${domain}.localhost:${port}` };
  const client = await openClient(`ws://127.0.0.1:${port}/talk`, { headers });
  client.send('{}');
  expect(await client.nextJson()).toMatchObject({ message: 'Forbidden' });
  client.socket.terminate();
  expect((await refusedClient(`ws://127.0.0.1:${port}/other`, { headers })).status).toBe(403);
  const http = await serve(['GET /'], {}, 'live');
  expect(await refusalOf(map(domain, http, 'live', 'http'))).toContain('cannot share a domain name');
});

it('are read, changed and deleted, by both of the services', async () => {
  const domain = 'life.example.com';
  await createDomain(domain);
  expect(await refusalOf(createDomain(domain))).toContain('ConflictException 409');
  const ApiId = await serve(['GET /'], {}, 'live');
  const mapping = await map(domain, ApiId, 'live');
  expect(mapping).toMatchObject({ ApiId, Stage: 'live', ApiMappingKey: '' });
  const { ApiMappingId } = mapping;
  const place = { DomainName: domain, ApiMappingId };
  expect(await gateway.send(new GetApiMappingCommand(place))).toMatchObject({ ApiMappingId, ApiId });
  const { items } = await rest.send(new GetBasePathMappingsCommand({ domainName: domain }));
  expect(items).toEqual([expect.objectContaining({ basePath: '(none)', restApiId: ApiId, stage: 'live' })]);
  const changed = await gateway.send(new UpdateApiMappingCommand({ ...place, ApiId, ApiMappingKey: 'a/b' }));
  expect(changed).toMatchObject({ ApiMappingId, ApiMappingKey: 'a/b' });
  expect((await get(domain, '/a/b')).status).toBe(200);
  expect((await get(domain, '/')).status).toBe(403);
  expect((await gateway.send(new GetApiMappingsCommand({ DomainName: domain }))).Items).toHaveLength(1);
  const updated = await gateway.send(
    new UpdateDomainNameCommand({
      DomainName: domain,
      DomainNameConfigurations: [{ CertificateArn: `${CertificateArn}2`, EndpointType: 'REGIONAL' }],
    }),
  );
  expect(updated.DomainNameConfigurations?.[0]?.CertificateArn).toBe(`${CertificateArn}2`);
  expect(await refusalOf(map(domain, ApiId, 'none', 'x'))).toContain('Invalid stage identifier');
  expect(await refusalOf(map(domain, 'none', 'live', 'x'))).toContain('Invalid API identifier');
  expect(await refusalOf(map(domain, ApiId, 'live', 'a b'))).toContain('Invalid API mapping key');
  expect(await refusalOf(map(domain, ApiId, 'live', 'a/b'))).toContain('ConflictException 409');
  await gateway.send(new DeleteApiMappingCommand(place as { DomainName: string; ApiMappingId: string }));
  expect(await refusalOf(gateway.send(new GetApiMappingCommand(place)))).toContain('NotFoundException 404');
  await map(domain, ApiId, 'live', 'again');
  await gateway.send(new DeleteDomainNameCommand({ DomainName: domain }));
  expect(await refusalOf(gateway.send(new GetDomainNameCommand({ DomainName: domain })))).toContain('404');
  const { Items = [] } = await gateway.send(new GetDomainNamesCommand({}));
  expect(Items.map(({ DomainName }) => DomainName)).not.toContain(domain);
  await createDomain(domain);
  expect((await gateway.send(new GetApiMappingsCommand({ DomainName: domain }))).Items).toEqual([]);
});

it('refuse what is not done here', async () => {
  const create = (more: object) =>
    refusalOf(gateway.send(new CreateDomainNameCommand({ DomainName: 'no.example.com', ...more })));
  expect(await create({ MutualTlsAuthentication: { TruststoreUri: 's3://b/k' } })).toContain('501');
  expect(await create({ RoutingMode: 'ROUTING_RULE_ONLY' })).toContain('501');
  expect(await create({ DomainName: 'nodots' })).toContain('Domain name is invalid');
});
