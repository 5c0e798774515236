import {
  APIGatewayClient,
  CreateDeploymentCommand as DeployRestApi,
  CreateResourceCommand,
  CreateRestApiCommand,
  GetBasePathMappingsCommand,
  GetDomainNameCommand as GetFirstDomain,
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
  CreateRoutingRuleCommand,
  CreateStageCommand,
  DeleteApiMappingCommand,
  DeleteDomainNameCommand,
  DeleteRoutingRuleCommand,
  GetApiMappingCommand,
  GetApiMappingsCommand,
  GetDomainNameCommand,
  GetDomainNamesCommand,
  GetRoutingRuleCommand,
  ListRoutingRulesCommand,
  PutRoutingRuleCommand,
  type RoutingRuleCondition,
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

/** A REST API that answers its name, and below its root the path too, deployed to `live`. */
async function createRestApi(name = 'rest'): Promise<string> {
  const { id: restApiId } = await rest.send(new CreateRestApiCommand({ name }));
  const { items = [] } = await rest.send(new GetResourcesCommand({ restApiId }));
  const answer = async (resourceId: string | undefined, text: string) => {
    const place = { restApiId, resourceId, httpMethod: 'GET' };
    await rest.send(new PutMethodCommand({ ...place, authorizationType: 'NONE' }));
    const requestTemplates = { 'application/json': '{"statusCode":200}' };
    await rest.send(new PutIntegrationCommand({ ...place, type: 'MOCK', requestTemplates }));
    const responseTemplates = { 'application/json': text };
    await rest.send(new PutIntegrationResponseCommand({ ...place, statusCode: '200', responseTemplates }));
  };
  await answer(items[0]?.id, name);
  const below = { restApiId, parentId: items[0]?.id, pathPart: '{proxy+}' };
  const proxy = await rest.send(new CreateResourceCommand(below));
  await answer(proxy.id, `${name} $input.params('proxy')`);
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
  expect(await create({ RoutingMode: 'OTHER' })).toContain('Invalid routing mode');
  expect(await create({ DomainName: 'nodots' })).toContain('Domain name is invalid');
});

const header = (Header: string, ValueGlob: string): RoutingRuleCondition => ({
  MatchHeaders: { AnyOf: [{ Header, ValueGlob }] },
});
const basePath = (...AnyOf: string[]): RoutingRuleCondition => ({ MatchBasePaths: { AnyOf } });

it('lead by rules: the first of which all conditions hold', async () => {
  const DomainName = 'rules.example.com';
  await createDomain(DomainName);
  const [one, two, three] = [
    await createRestApi('one'),
    await createRestApi('two'),
    await createRestApi('three'),
  ];
  const rule = (
    Priority: number,
    ApiId: string,
    Conditions: RoutingRuleCondition[],
    StripBasePath?: boolean,
  ) =>
    gateway.send(
      new CreateRoutingRuleCommand({
        DomainName,
        Priority,
        Conditions,
        Actions: [{ InvokeApi: { ApiId, Stage: 'live', StripBasePath } }],
      }),
    );
  await map(DomainName, three, 'live');
  await rule(
    50,
    two,
    [header('Pet', 'Dog-*'), header('X-Kind', '*web*'), basePath('shop/dogs', 'inn')],
    true,
  );
  await rule(10, one, [header('hello', 'World')]);
  await rule(60, two, [basePath('kept')]);
  const ask = async (path: string, headers: Record<string, string> = {}) =>
    (await send(path, { host: `${DomainName}.localhost:${port}`, headers })).text;
  // Rules wait for the domain's mode.
  expect(await ask('/a', { Hello: 'World' })).toBe('three a');
  const mode = (RoutingMode: 'ROUTING_RULE_ONLY' | 'ROUTING_RULE_THEN_API_MAPPING') =>
    gateway.send(new UpdateDomainNameCommand({ DomainName, RoutingMode }));
  await mode('ROUTING_RULE_THEN_API_MAPPING');
  const first = await rest.send(new GetFirstDomain({ domainName: DomainName }));
  expect(first.routingMode).toBe('ROUTING_RULE_THEN_BASE_PATH_MAPPING');
  const dog = { pet: 'Dog-Bella', 'x-kind': 'a web b' };
  expect(await ask('/a', { Hello: 'World' })).toBe('one a');
  expect(await ask('/shop/dogs', { ...dog, hello: 'World' })).toBe('one shop/dogs');
  expect(await ask('/shop/dogs/tricks', dog)).toBe('two tricks');
  expect(await ask('/inn', dog)).toBe('two');
  expect(await ask('/kept/all')).toBe('two kept/all');
  // Small and large letters of values and paths are told apart; one condition is not enough, nor is half a segment.
  expect(await ask('/a', { hello: 'world' })).toBe('three a');
  expect(await ask('/shop/Dogs', dog)).toBe('three shop/Dogs');
  expect(await ask('/inns', dog)).toBe('three inns');
  expect(await ask('/inn', { pet: 'Dog-Bella' })).toBe('three inn');
  await mode('ROUTING_RULE_ONLY');
  expect(await ask('/a')).toContain('Forbidden');
  await rule(1_000_000, three, []);
  expect(await ask('/a')).toBe('three a');
});

it('have rules that are read, replaced, refused and deleted', async () => {
  const DomainName = 'rule-life.example.com';
  await createDomain(DomainName);
  const ApiId = await createRestApi();
  const Actions = [{ InvokeApi: { ApiId, Stage: 'live' } }];
  const create = (more: object = {}) =>
    gateway.send(new CreateRoutingRuleCommand({ DomainName, Priority: 5, Conditions: [], Actions, ...more }));
  const made = await create({ Conditions: [header('a', '*b')] });
  const { RoutingRuleId = '' } = made;
  expect(made).toMatchObject({ Priority: 5, Conditions: [header('a', '*b')] });
  await create({ Priority: 2 });
  const list = async (MaxResults?: number, NextToken?: string) =>
    gateway.send(new ListRoutingRulesCommand({ DomainName, MaxResults, NextToken }));
  const page = await list(1);
  expect(page.RoutingRules?.map(({ Priority }) => Priority)).toEqual([2]);
  expect((await list(1, page.NextToken)).RoutingRules?.map(({ Priority }) => Priority)).toEqual([5]);
  expect(await refusalOf(create())).toContain('ConflictException 409');
  expect(await refusalOf(create({ Priority: 0 }))).toContain('Invalid priority');
  expect(await refusalOf(create({ Priority: 7, Conditions: [header('a', 'b*c')] }))).toContain('header');
  expect(await refusalOf(create({ Priority: 7, Conditions: [basePath('a'), basePath('b')] }))).toContain(
    'two',
  );
  expect(await refusalOf(create({ Priority: 7, Conditions: [{}] }))).toContain('Invalid condition');
  expect(await refusalOf(create({ Priority: 7, Actions: [] }))).toContain('one action');
  const http = await serve(['GET /'], {}, 'live');
  const leading = { InvokeApi: { ApiId: http, Stage: 'live' } };
  expect(await refusalOf(create({ Priority: 7, Actions: [leading] }))).toContain('REST APIs alone');
  expect(await refusalOf(map(DomainName, http, 'live'))).toContain('REST APIs alone');
  const place = { DomainName, RoutingRuleId };
  await gateway.send(new PutRoutingRuleCommand({ ...place, Priority: 9, Conditions: [], Actions }));
  expect(await gateway.send(new GetRoutingRuleCommand(place))).toMatchObject({
    RoutingRuleId,
    Priority: 9,
    Conditions: [],
  });
  await gateway.send(new DeleteRoutingRuleCommand(place));
  expect(await refusalOf(gateway.send(new GetRoutingRuleCommand(place)))).toContain('NotFoundException 404');
  await gateway.send(new DeleteDomainNameCommand({ DomainName }));
  await createDomain(DomainName);
  expect((await list()).RoutingRules).toEqual([]);
});
