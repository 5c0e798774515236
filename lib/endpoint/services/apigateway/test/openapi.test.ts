import {
  CreateApiKeyCommand,
  CreateBasePathMappingCommand,
  CreateDeploymentCommand,
  CreateDomainNameCommand,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
  GetApiKeyCommand,
  GetExportCommand,
  GetModelCommand,
  GetResourcesCommand,
  GetTagsCommand,
  GetUsageCommand,
  ImportApiKeysCommand,
  ImportRestApiCommand,
  PutRestApiCommand,
  TagResourceCommand,
  UpdateUsagePlanCommand,
} from '@aws-sdk/client-api-gateway';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { openRestApis, refusalOf } from './harness.ts';

type Opened = Awaited<ReturnType<typeof openRestApis>>;

const mock = {
  type: 'mock',
  requestTemplates: { 'application/json': '{"statusCode":200}' },
  responses: { default: { statusCode: '200' }, '5\\d\\d': { statusCode: '500' } },
};

const pets = {
  openapi: '3.0.1',
  info: { title: 'pets', version: '1.0', description: 'all of them' },
  servers: [{ url: 'https://example.com/base/v1' }],
  'x-amazon-apigateway-request-validators': {
    all: { validateRequestBody: true, validateRequestParameters: true },
  },
  paths: {
    '/pets': {
      get: {
        operationId: 'listPets',
        parameters: [{ name: 'limit', in: 'query', required: true, schema: { type: 'integer' } }],
        responses: {
          200: {
            description: 'ok',
            headers: { 'X-Next': { schema: { type: 'string' } } },
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Pets' } } },
          },
        },
        'x-amazon-apigateway-request-validator': 'all',
        'x-amazon-apigateway-integration': mock,
      },
    },
    '/pets/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      'x-amazon-apigateway-any-method': {
        responses: {},
        security: [{ key: [] }],
        'x-amazon-apigateway-integration': mock,
      },
    },
  },
  components: {
    schemas: {
      Pet: { type: 'object', properties: { name: { type: 'string', nullable: true } } },
      Pets: { type: 'array', items: { $ref: '#/components/schemas/Pet' } },
    },
    securitySchemes: { key: { type: 'apiKey', name: 'x-api-key', in: 'header' } },
  },
};

const bytes = (definition: object) => Buffer.from(JSON.stringify(definition));

async function importPets({ client }: Opened, parameters = {}) {
  const api = await client.send(new ImportRestApiCommand({ body: bytes(pets), parameters }));
  return api.id ?? '';
}

async function treeOf({ client }: Opened, restApiId: string) {
  const { items = [] } = await client.send(new GetResourcesCommand({ restApiId, embed: ['methods'] }));
  return Object.fromEntries(items.map(({ path, resourceMethods }) => [path, resourceMethods ?? {}]));
}

describe('an import', () => {
  test('makes resources, methods, models, validators and integrations', async () => {
    await using own = await openRestApis();
    const restApiId = await importPets(own, { endpointConfigurationTypes: 'REGIONAL' });
    const tree = await treeOf(own, restApiId);
    expect(Object.keys(tree).sort()).toEqual(['/', '/pets', '/pets/{id}']);
    expect(tree['/pets']).toMatchObject({
      GET: {
        operationName: 'listPets',
        requestParameters: { 'method.request.querystring.limit': true },
        methodResponses: {
          200: {
            responseModels: { 'application/json': 'Pets' },
            responseParameters: { 'method.response.header.X-Next': false },
          },
        },
        methodIntegration: {
          type: 'MOCK',
          integrationResponses: { 200: { statusCode: '200' }, 500: { selectionPattern: '5\\d\\d' } },
        },
      },
    });
    expect(tree['/pets/{id}']).toMatchObject({
      ANY: { apiKeyRequired: true, requestParameters: { 'method.request.path.id': true } },
    });
    const flat = await own.client.send(new GetModelCommand({ restApiId, modelName: 'Pets', flatten: true }));
    expect(JSON.parse(flat.schema ?? '')).toMatchObject({
      items: { type: 'object', properties: { name: { type: ['string', 'null'] } } },
    });
  });

  test('a model that refers to itself ends somewhere', async () => {
    await using own = await openRestApis();
    const { client } = own;
    const Tree = { $ref: '#/components/schemas/Tree' };
    const schemas = { Tree: { type: 'object', properties: { left: Tree, right: Tree } } };
    const body = bytes({ ...pets, paths: {}, components: { schemas } });
    const { id: restApiId } = await client.send(new ImportRestApiCommand({ body }));
    const flat = await client.send(new GetModelCommand({ restApiId, modelName: 'Tree', flatten: true }));
    expect(JSON.parse(flat.schema ?? '')).toMatchObject({
      properties: { left: { properties: { left: { type: 'object' } } } },
    });
  });

  test('names of models lose what AWS does not take, with a warning, and never overwrite each other', async () => {
    await using own = await openRestApis();
    const { client } = own;
    const schemas = {
      'new_pet-2': { type: 'object', properties: { owner: { $ref: '#/components/schemas/newpet2' } } },
      newpet2: { type: 'string' },
      '--': { type: 'number' },
    };
    const definition = { ...pets, paths: {}, components: { schemas } };
    const { id: restApiId, warnings } = await client.send(
      new ImportRestApiCommand({ body: bytes(definition) }),
    );
    expect(warnings).toEqual([
      "The model 'new_pet-2' is named 'newpet2': names of models are alphanumeric.",
      "Unable to create model for 'newpet2': 'new_pet-2' has the same name 'newpet2'. Ignoring.",
      "Unable to create model for '--'. Ignoring.",
    ]);
    const { schema } = await client.send(new GetModelCommand({ restApiId, modelName: 'newpet2' }));
    expect(JSON.parse(schema ?? '')).toMatchObject({ type: 'object' });
  });

  test('reads YAML and Swagger 2.0, and places base paths as asked', async () => {
    await using own = await openRestApis();
    const { client } = own;
    const swagger = {
      swagger: '2.0',
      info: { title: 'old', version: '1' },
      basePath: '/a/b',
      paths: {
        '/e': {
          post: {
            parameters: [{ in: 'body', name: 'Pet', schema: { $ref: '#/definitions/Pet' } }],
            responses: { 201: { description: 'made', schema: { $ref: '#/definitions/Pet' } } },
            'x-amazon-apigateway-integration': mock,
          },
        },
      },
      definitions: { Pet: { type: 'object' } },
    };
    const paths = async (basepath: string) => {
      const body = Buffer.from(stringify(swagger));
      const api = await client.send(new ImportRestApiCommand({ body, parameters: { basepath } }));
      return Object.keys(await treeOf(own, api.id ?? '')).sort();
    };
    expect(await paths('ignore')).toEqual(['/', '/e']);
    expect(await paths('prepend')).toEqual(['/', '/a', '/a/b', '/a/b/e']);
    expect(await paths('split')).toEqual(['/', '/b', '/b/e']);
  });

  test('is refused when the file is none, and merges or overwrites', async () => {
    await using own = await openRestApis();
    const { client } = own;
    expect(await refusalOf(client.send(new ImportRestApiCommand({ body: Buffer.from('nothing') })))).toBe(
      'BadRequestException 400: Invalid OpenAPI input.',
    );
    const restApiId = await importPets(own);
    const other = { ...pets, paths: { '/other': pets.paths['/pets'] } };
    await client.send(new PutRestApiCommand({ restApiId, mode: 'merge', body: bytes(other) }));
    expect(Object.keys(await treeOf(own, restApiId)).sort()).toEqual(['/', '/other', '/pets', '/pets/{id}']);
    await client.send(new PutRestApiCommand({ restApiId, mode: 'overwrite', body: bytes(other) }));
    expect(Object.keys(await treeOf(own, restApiId)).sort()).toEqual(['/', '/other']);
  });
});

test.each(['oas30', 'swagger'])('what goes in comes out by %s', async (exportType) => {
  await using own = await openRestApis();
  const { client } = own;
  const restApiId = await importPets(own);
  await client.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod' }));
  const exported = await client.send(
    new GetExportCommand({
      restApiId,
      stageName: 'prod',
      exportType,
      parameters: { extensions: 'apigateway' },
    }),
  );
  expect(exported.contentDisposition).toBe(`attachment; filename="${exportType}_1.0.json"`);
  const again = await client.send(new ImportRestApiCommand({ body: exported.body ?? Buffer.of() }));
  const comparable = async (id: string) =>
    JSON.parse(
      JSON.stringify(await treeOf(own, id)).replaceAll(
        /"(?:requestValidatorId|cacheNamespace)":"\w+"/g,
        '"id":""',
      ),
    ) as unknown;
  expect(await comparable(again.id ?? '')).toEqual(await comparable(restApiId));
});

test('keys, plans, usage, domains and tags', async () => {
  await using own = await openRestApis();
  const { client, service } = own;
  const place = { accountId: '000000000000', region: 'eu-west-1' };
  const restApiId = await importPets(own);
  await client.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod' }));
  const key = await client.send(new CreateApiKeyCommand({ name: 'one', enabled: true }));
  const plan = await client.send(
    new CreateUsagePlanCommand({ name: 'basic', quota: { limit: 10, period: 'DAY' } }),
  );
  const usagePlanId = plan.id ?? '';
  await client.send(
    new UpdateUsagePlanCommand({
      usagePlanId,
      patchOperations: [{ op: 'add', path: '/apiStages', value: `${restApiId}:prod` }],
    }),
  );
  await client.send(new CreateUsagePlanKeyCommand({ usagePlanId, keyId: key.id, keyType: 'API_KEY' }));
  expect(service.directory.findKey(place, key.value ?? '')?.plans).toMatchObject([{ name: 'basic' }]);
  const hidden = await client.send(new GetApiKeyCommand({ apiKey: key.id }));
  expect(hidden.value).toBeUndefined();
  expect(hidden.stageKeys).toEqual([`${restApiId}/prod`]);
  const usage = await client.send(
    new GetUsageCommand({ usagePlanId, startDate: '2026-01-01', endDate: '2026-01-02' }),
  );
  expect(usage.items).toEqual({
    [key.id ?? '']: [
      [0, 10],
      [0, 10],
    ],
  });
  const imported = await client.send(
    new ImportApiKeysCommand({
      format: 'csv',
      body: Buffer.from(`Name,Key,UsagePlanIds\n"a, b",${'k'.repeat(30)},"${usagePlanId},none"\n`),
    }),
  );
  expect(imported.warnings).toEqual(['Invalid Usage Plan ID specified: none']);
  expect(service.directory.findKey(place, 'k'.repeat(30))?.key.name).toBe('a, b');
  const domainName = 'api.example.com';
  await client.send(new CreateDomainNameCommand({ domainName }));
  await client.send(new CreateBasePathMappingCommand({ domainName, restApiId, stage: 'prod' }));
  expect(service.directory.mapDomain(domainName, '/pets')).toEqual({
    apiId: restApiId,
    stage: 'prod',
    basePath: undefined,
    below: '/pets',
  });
  const resourceArn = `arn:aws:apigateway:eu-west-1::/restapis/${restApiId}`;
  await client.send(new TagResourceCommand({ resourceArn, tags: { team: 'a' } }));
  expect((await client.send(new GetTagsCommand({ resourceArn }))).tags).toEqual({ team: 'a' });
});
