import {
  CreateApiCommand,
  CreateStageCommand,
  ExportApiCommand,
  GetApiCommand,
  GetApisCommand,
  GetAuthorizersCommand,
  GetIntegrationsCommand,
  GetRoutesCommand,
  GetStagesCommand,
  ImportApiCommand,
  ReimportApiCommand,
  ResetAuthorizersCacheCommand,
  type ExportApiCommandInput,
  type ImportApiCommandInput,
} from '@aws-sdk/client-apigatewayv2';
import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { createNodeFunction } from './clients.ts';
import { refusalOf, startHttpApis } from './http-api-harness.ts';

const apis = await startHttpApis();
const { gateway, call, clients, permit, program } = apis;
afterAll(() => apis.close());

const uriOf = (name: string): string =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:\${AWS::AccountId}:function:${name}/invocations`;

const lambda = {
  payloadFormatVersion: '2.0',
  type: 'aws_proxy',
  httpMethod: 'POST',
  uri: uriOf('echo'),
  connectionType: 'INTERNET',
};

/** In the shape of AWS's own exports. */
const shop = {
  openapi: '3.0.1',
  info: { title: 'shop', version: '2023-04-30 00:45:35UTC', description: 'what is sold' },
  servers: [
    {
      url: 'https://a1b2c3.execute-api.eu-west-1.amazonaws.com/{basePath}',
      variables: { basePath: { default: '/a/b' } },
    },
  ],
  tags: [{ name: 'team', 'x-amazon-apigateway-tag-value': 'blue' }, { name: 'bare' }],
  paths: {
    '/$default': {
      'x-amazon-apigateway-any-method': {
        responses: { default: { description: 'Default response for $default' } },
        isDefaultRoute: true,
        'x-amazon-apigateway-integration': { $ref: '#/components/x-amazon-apigateway-integrations/echo' },
      },
    },
    '/pets': {
      get: {
        operationId: 'listPets',
        responses: { default: { description: 'Default response for GET /pets' } },
        security: [{ users: ['pets:read'] }],
        'x-amazon-apigateway-integration': { $ref: '#/components/x-amazon-apigateway-integrations/echo' },
      },
      post: {
        responses: {},
        security: [{ guard: [] }],
        'x-amazon-apigateway-integration': {
          payloadFormatVersion: '1.0',
          type: 'http_proxy',
          httpMethod: 'ANY',
          uri: 'https://example.com/pets',
          connectionType: 'INTERNET',
          timeoutInMillis: 12_000,
          requestParameters: { 'append:header.x-from': 'gateway' },
          responseParameters: { 500: { 'overwrite:statuscode': '502' } },
        },
      },
    },
    '/pets/{id}': {
      parameters: [
        {
          name: 'id',
          in: 'path',
          description: 'Generated path parameter for id',
          required: true,
          schema: { type: 'string' },
        },
      ],
      delete: {
        responses: {},
        'x-amazon-apigateway-auth': { type: 'AWS_IAM' },
        'x-amazon-apigateway-integration': lambda,
      },
    },
  },
  components: {
    securitySchemes: {
      users: {
        type: 'openIdConnect',
        openIdConnectUrl: 'https://id.example.com/.well-known/openid-configuration',
        'x-amazon-apigateway-authorizer': {
          type: 'jwt',
          identitySource: '$request.header.Authorization',
          jwtConfiguration: { audience: ['shop'] },
        },
      },
      guard: {
        type: 'apiKey',
        name: 'Authorization',
        in: 'header',
        'x-amazon-apigateway-authorizer': {
          type: 'request',
          identitySource: '$request.header.Authorization, $request.header.x-who',
          authorizerUri: uriOf('guard'),
          authorizerPayloadFormatVersion: '2.0',
          authorizerResultTtlInSeconds: 60,
          enableSimpleResponses: true,
        },
      },
    },
    'x-amazon-apigateway-integrations': { echo: lambda },
  },
  'x-amazon-apigateway-cors': {
    allowOrigins: ['https://example.com'],
    allowMethods: ['GET'],
    maxAge: 300,
    allowCredentials: true,
  },
  'x-amazon-apigateway-importexport-version': '1.0',
};

const importOf = (document: object | string, input: Partial<ImportApiCommandInput> = {}) =>
  gateway.send(
    new ImportApiCommand({
      Body: typeof document === 'string' ? document : JSON.stringify(document),
      ...input,
    }),
  );

async function partsOf(ApiId: string) {
  const [routes, integrations, authorizers] = await Promise.all([
    gateway.send(new GetRoutesCommand({ ApiId })),
    gateway.send(new GetIntegrationsCommand({ ApiId })),
    gateway.send(new GetAuthorizersCommand({ ApiId })),
  ]);
  return {
    routes: routes.Items ?? [],
    integrations: integrations.Items ?? [],
    authorizers: authorizers.Items ?? [],
  };
}

async function keysOf(ApiId: string): Promise<(string | undefined)[]> {
  return (await partsOf(ApiId)).routes.map(({ RouteKey }) => RouteKey).sort();
}

async function exportOf(ApiId: string, input: Partial<ExportApiCommandInput> = {}): Promise<string> {
  const order = { ApiId, Specification: 'OAS30', OutputType: 'JSON', ...input };
  const { body } = await gateway.send(new ExportApiCommand(order));
  return Buffer.from(body ?? []).toString();
}

/** An API without its ids: routes with what they lead to and who guards them. */
async function shapeOf(ApiId: string) {
  const { routes, integrations, authorizers } = await partsOf(ApiId);
  const plain = <T extends object>(value: T | undefined, ...ids: string[]) =>
    value && Object.fromEntries(Object.entries(value).filter(([name]) => !ids.includes(name)));
  return Object.fromEntries(
    routes.map((route) => [
      route.RouteKey,
      {
        ...plain(route, 'RouteId', 'Target', 'AuthorizerId'),
        integration: plain(
          integrations.find(({ IntegrationId }) => route.Target === `integrations/${IntegrationId}`),
          'IntegrationId',
        ),
        authorizer: plain(
          authorizers.find(({ AuthorizerId }) => AuthorizerId === route.AuthorizerId),
          'AuthorizerId',
        ),
      },
    ]),
  );
}

describe('an import', () => {
  it('makes routes, integrations, authorizers, CORS and tags, and no stage', async () => {
    const api = await importOf(shop);
    const ApiId = api.ApiId ?? '';
    expect(api).toMatchObject({
      Name: 'shop',
      Description: 'what is sold',
      Version: '2023-04-30 00:45:35UTC',
      ProtocolType: 'HTTP',
      Tags: { team: 'blue', bare: '' },
      CorsConfiguration: { AllowOrigins: ['https://example.com'], MaxAge: 300, AllowCredentials: true },
      Warnings: [],
    });
    expect(await shapeOf(ApiId)).toMatchObject({
      $default: { integration: { IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' } },
      'GET /pets': {
        OperationName: 'listPets',
        AuthorizationType: 'JWT',
        AuthorizationScopes: ['pets:read'],
        authorizer: {
          Name: 'users',
          JwtConfiguration: { Audience: ['shop'], Issuer: 'https://id.example.com' },
        },
      },
      'POST /pets': {
        AuthorizationType: 'CUSTOM',
        authorizer: {
          Name: 'guard',
          IdentitySource: ['$request.header.Authorization', '$request.header.x-who'],
          AuthorizerResultTtlInSeconds: 60,
          EnableSimpleResponses: true,
        },
        integration: {
          IntegrationType: 'HTTP_PROXY',
          TimeoutInMillis: 12_000,
          RequestParameters: { 'append:header.x-from': 'gateway' },
          ResponseParameters: { 500: { 'overwrite:statuscode': '502' } },
        },
      },
      'DELETE /pets/{id}': { AuthorizationType: 'AWS_IAM' },
    });
    const { integrations } = await partsOf(ApiId);
    expect(integrations).toHaveLength(3);
    expect(integrations.map(({ IntegrationUri }) => IntegrationUri)).toContain(
      uriOf('echo').replace('${AWS::AccountId}', '000000000000'),
    );
    expect((await gateway.send(new GetStagesCommand({ ApiId }))).Items).toEqual([]);
    await gateway.send(new CreateStageCommand({ ApiId, StageName: '$default', AutoDeploy: true }));
    expect((await call(ApiId, '/anything')).json).toMatchObject({
      rawPath: '/anything',
      routeKey: '$default',
    });
  });

  it('places base paths as asked, and reads YAML', async () => {
    const prepended = await importOf(stringify(shop), { Basepath: 'prepend' });
    expect(await keysOf(prepended.ApiId ?? '')).toEqual([
      '$default',
      'DELETE /a/b/pets/{id}',
      'GET /a/b/pets',
      'POST /a/b/pets',
    ]);
    const split = await importOf(shop, { Basepath: 'split' });
    expect(await keysOf(split.ApiId ?? '')).toContain('GET /b/pets');
    expect(await refusalOf(importOf(shop, { Basepath: 'other' }))).toContain('BadRequestException 400');
  });

  it('takes a document without extensions, and says what it ignores', async () => {
    const api = await importOf({
      openapi: '3.0.0',
      info: { title: 'Swagger Petstore', version: '1.0.0', license: { name: 'MIT' } },
      servers: [{ url: 'http://petstore.example.com/v1' }],
      paths: {
        '/pets': {
          get: {
            operationId: 'listPets',
            parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer', format: 'int32' } }],
            responses: {
              200: {
                description: 'some',
                content: { 'application/json': { schema: { $ref: '#/components/schemas/Pets' } } },
              },
            },
          },
          post: {
            requestBody: {
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } },
            },
            responses: { 201: { description: 'made' } },
          },
          trace: { responses: {} },
        },
      },
      components: {
        schemas: {
          Pet: { type: 'object' },
          Pets: { type: 'array', items: { $ref: '#/components/schemas/Pet' } },
        },
      },
    });
    expect(await keysOf(api.ApiId ?? '')).toEqual(['GET /pets', 'POST /pets']);
    expect(api.Warnings).toEqual([]);
    expect(api.ImportInfo).toEqual([
      'HTTP APIs have no models. Ignoring components.schemas.',
      "Route 'GET /pets' has no x-amazon-apigateway-integration, and so no integration.",
      "Request bodies are not checked by HTTP APIs. Ignoring requestBody of 'POST /pets'.",
      "Route 'POST /pets' has no x-amazon-apigateway-integration, and so no integration.",
      "HTTP APIs have no method TRACE. Ignoring '/pets'.",
    ]);
    expect((await gateway.send(new GetApiCommand({ ApiId: api.ApiId }))).ImportInfo).toEqual(api.ImportInfo);
  });

  it('leaves out what is refused, never leaves a route open, and stops at warnings when asked', async () => {
    const broken = {
      ...shop,
      info: { title: 'broken', version: '1' },
      paths: {
        $default: shop.paths['/$default'],
        other: { get: { responses: {} } },
        '/pets': {
          get: {
            ...shop.paths['/pets'].get,
            responses: {
              200: {
                description: 'x',
                content: { 'application/json': { schema: { $ref: '#/components/schemas/None' } } },
              },
            },
          },
          put: { responses: {}, 'x-amazon-apigateway-integration': { type: 'mock' } },
        },
        '/a{b}': { get: { responses: {} } },
      },
      components: {
        ...shop.components,
        securitySchemes: {
          users: {
            type: 'oauth2',
            'x-amazon-apigateway-authorizer': { type: 'jwt', jwtConfiguration: { audience: ['a'] } },
          },
          key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
        },
      },
    };
    const api = await importOf(broken);
    expect(await keysOf(api.ApiId ?? '')).toEqual(['$default', 'PUT /pets']);
    expect(api.Warnings).toEqual([
      "Parse issue: attribute paths.'/pets'(get).responses.200.content.schema.#/components/schemas/None is missing",
      "Unable to create Authorizer 'users': Invalid issuer: . It must be a URL below which there is a discovery document.",
      "Security scheme 'key' has no x-amazon-apigateway-authorizer. Ignoring.",
      'Parse issue: attribute paths. Resource $default should start with /',
      'Parse issue: attribute paths. Resource other should start with /',
      "Unable to create Route 'GET /pets': its authorizer could not be created.",
      "Unable to create Integration of Route 'PUT /pets': Integration type MOCK is not supported for HTTP APIs. Must be AWS_PROXY or HTTP_PROXY.",
      expect.stringContaining("Unable to create Route 'GET /a{b}': ") as string,
    ]);
    const before = (await gateway.send(new GetApisCommand({}))).Items?.length;
    expect(await refusalOf(importOf(broken, { FailOnWarnings: true }))).toContain(
      'BadRequestException 400: Warnings found during import:\n\tParse issue: attribute paths',
    );
    expect((await gateway.send(new GetApisCommand({}))).Items).toHaveLength(before ?? 0);
    expect(await refusalOf(importOf('nothing'))).toBe('BadRequestException 400: Invalid OpenAPI input.');
    expect(await refusalOf(importOf({ swagger: '2.0', info: { title: 'old' }, paths: {} }))).toBe(
      'BadRequestException 400: Only OpenAPI 3.0 is supported for HTTP APIs.',
    );
  });
});

describe('an export', () => {
  it.each(['JSON', 'YAML'])('gives back what went in, as %s', async (OutputType) => {
    const ApiId = (await importOf(shop)).ApiId ?? '';
    const text = await exportOf(ApiId, { OutputType });
    const document = parse(text) as typeof shop;
    expect(document).toMatchObject({
      openapi: '3.0.1',
      info: shop.info,
      tags: [{ name: 'team', 'x-amazon-apigateway-tag-value': 'blue' }, { name: 'bare' }],
      'x-amazon-apigateway-cors': shop['x-amazon-apigateway-cors'],
      'x-amazon-apigateway-importexport-version': '1.0',
    });
    expect(document.servers[0]).toEqual({
      url: `http://${ApiId}.execute-api.localhost:${program.ready.port}/{basePath}`,
      variables: { basePath: { default: '' } },
    });
    const again = (await importOf(text)).ApiId ?? '';
    expect(await shapeOf(again)).toEqual(await shapeOf(ApiId));
    const strip = (one: string) =>
      one
        .replaceAll(ApiId, 'api')
        .replaceAll(again, 'api')
        .replaceAll(/integration-\w{7}/g, 'i');
    expect(strip(await exportOf(again, { OutputType }))).toBe(strip(text));
  });

  it('of a stage is what is deployed to it; without extensions nothing of AWS is in it', async () => {
    const ApiId = (await importOf(shop)).ApiId ?? '';
    await gateway.send(new CreateStageCommand({ ApiId, StageName: 'dev', AutoDeploy: true }));
    await gateway.send(new CreateStageCommand({ ApiId, StageName: 'later' }));
    const staged = JSON.parse(await exportOf(ApiId, { StageName: 'dev' })) as typeof shop;
    expect(staged.servers[0]?.variables.basePath.default).toBe('/dev');
    const bare = await exportOf(ApiId, { IncludeExtensions: false });
    expect(bare).not.toContain('x-amazon');
    expect(Object.keys((JSON.parse(bare) as typeof shop).paths)).toEqual(['/pets/{id}', '/pets']);
    const exporting = (input: Partial<ExportApiCommandInput>) => refusalOf(exportOf(ApiId, input));
    expect(await exporting({ StageName: 'later' })).toContain('nothing is deployed to it');
    expect(await exporting({ StageName: 'none' })).toContain('NotFoundException 404');
    expect(await exporting({ Specification: 'OAS31' })).toContain('Must be one of [OAS30]');
    expect(await exporting({ OutputType: 'XML' })).toContain('Must be one of [JSON, YAML]');
    expect(await exporting({ ExportVersion: '2.0' })).toContain('Must be one of [1.0]');
  });
});

it('the published pet store is imported, answers and is exported whole', async () => {
  const file = new URL('./openapi-documents/petstore-3.0.json', import.meta.url);
  const document = JSON.parse(await readFile(file, 'utf8')) as {
    paths: Record<string, Record<string, { security?: unknown }>>;
  };
  const keys: string[] = [];
  for (const [path, item] of Object.entries(document.paths))
    for (const [verb, operation] of Object.entries(item)) {
      // OAuth 2.0 names no issuer that a JWT authorizer could ask.
      delete operation.security;
      Object.assign(operation, { 'x-amazon-apigateway-integration': lambda });
      keys.push(`${verb.toUpperCase()} ${path}`);
    }
  const { ApiId = '' } = await importOf(document);
  const { Items = [] } = await gateway.send(new GetRoutesCommand({ ApiId, MaxResults: '500' }));
  expect(Items.map(({ RouteKey }) => RouteKey).sort()).toEqual(keys.sort());
  await gateway.send(new CreateStageCommand({ ApiId, StageName: '$default', AutoDeploy: true }));
  for (const key of keys.filter((one) => one.startsWith('GET '))) {
    const path = key.slice('GET '.length).replaceAll(/\{[^}]+\}/g, '1');
    expect((await call(ApiId, path)).json).toMatchObject({ routeKey: key });
  }
  const exported = JSON.parse(await exportOf(ApiId, {})) as typeof document;
  const shown = Object.entries(exported.paths).flatMap(([path, item]) =>
    Object.keys(item).map((verb) => `${verb.toUpperCase()} ${path}`),
  );
  expect(shown.filter((key) => !key.startsWith('PARAMETERS ')).sort()).toEqual(keys);
});

it('a re-import puts the document in the place of the API; ids of what stays stay', async () => {
  const ApiId = (await importOf(shop)).ApiId ?? '';
  await gateway.send(new CreateStageCommand({ ApiId, StageName: '$default', AutoDeploy: true }));
  const before = await partsOf(ApiId);
  const Body = JSON.stringify({
    ...shop,
    info: { title: 'shop 2', version: '2' },
    paths: {
      '/pets': { get: shop.paths['/pets'].get },
      '/new': { get: { responses: {}, 'x-amazon-apigateway-integration': lambda } },
    },
    'x-amazon-apigateway-cors': undefined,
  });
  const api = await gateway.send(new ReimportApiCommand({ ApiId, Body }));
  expect(api).toMatchObject({ ApiId, Name: 'shop 2', Version: '2' });
  expect(api.CorsConfiguration).toBeUndefined();
  const after = await partsOf(ApiId);
  expect(await keysOf(ApiId)).toEqual(['GET /new', 'GET /pets']);
  const idOf = ({ routes }: typeof before) =>
    routes.find(({ RouteKey }) => RouteKey === 'GET /pets')?.RouteId;
  expect(idOf(after)).toBe(idOf(before));
  expect(after.authorizers.map(({ AuthorizerId }) => AuthorizerId)).toEqual(
    before.authorizers.map(({ AuthorizerId }) => AuthorizerId),
  );
  expect((await call(ApiId, '/new')).json).toMatchObject({ routeKey: 'GET /new' });
  expect((await call(ApiId, '/anything')).status).toBe(404);
  const refused = gateway.send(
    new ReimportApiCommand({ ApiId, Body: Body.replace('"/new"', '"new"'), FailOnWarnings: true }),
  );
  expect(await refusalOf(refused)).toContain('Warnings found during import');
  expect(await keysOf(ApiId)).toEqual(['GET /new', 'GET /pets']);
  const socket = await gateway.send(
    new CreateApiCommand({
      Name: 's',
      ProtocolType: 'WEBSOCKET',
      RouteSelectionExpression: '$request.body.a',
    }),
  );
  expect(await refusalOf(gateway.send(new ReimportApiCommand({ ApiId: socket.ApiId, Body })))).toContain(
    'not supported for WEBSOCKET',
  );
  expect(await refusalOf(exportOf(socket.ApiId ?? ''))).toContain('not supported for WEBSOCKET');
});

it('ResetAuthorizersCache has authorizers of the stage asked anew', async () => {
  await createNodeFunction(
    clients,
    'guard',
    'let calls = 0; export const handler = async () => ({ isAuthorized: true, context: { calls: ++calls } });',
  );
  await permit('guard', 'arn:aws:execute-api:us-east-1:000000000000:*/authorizers/*');
  const paths = {
    '/pets': { get: { responses: {}, security: [{ guard: [] }], 'x-amazon-apigateway-integration': lambda } },
  };
  const ApiId = (await importOf({ ...shop, paths })).ApiId ?? '';
  for (const StageName of ['one', 'two'])
    await gateway.send(new CreateStageCommand({ ApiId, StageName, AutoDeploy: true }));
  const callsOf = async (stage: string) => {
    const { json } = await call(ApiId, `/${stage}/pets`, { headers: { authorization: 'a', 'x-who': 'b' } });
    return (json as { requestContext: { authorizer: { lambda: { calls: number } } } }).requestContext
      .authorizer.lambda.calls;
  };
  const [one, two] = [await callsOf('one'), await callsOf('two')];
  expect(await callsOf('one')).toBe(one);
  await gateway.send(new ResetAuthorizersCacheCommand({ ApiId, StageName: 'one' }));
  expect(await callsOf('one')).toBe(two + 1);
  expect(await callsOf('two')).toBe(two);
  expect(
    await refusalOf(gateway.send(new ResetAuthorizersCacheCommand({ ApiId, StageName: 'none' }))),
  ).toContain('NotFoundException 404');
});
