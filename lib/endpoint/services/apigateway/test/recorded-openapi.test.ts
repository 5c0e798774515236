import {
  CreateDeploymentCommand,
  GetExportCommand,
  GetMethodCommand,
  GetModelsCommand,
  GetResourcesCommand,
  ImportRestApiCommand,
  PutRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import { expect, test } from 'vitest';
import { openRestApis } from './harness.ts';

/** What recorded answers of AWS show of imports and exports. */

const store = {
  swagger: '2.0',
  info: { title: 'store' },
  'x-amazon-apigateway-binary-media-types': ['image/png'],
  paths: {
    '/': {
      get: {
        responses: { 200: { description: 'ok' } },
        'x-amazon-apigateway-integration': {
          type: 'mock',
          requestTemplates: { 'application/json': '{"statusCode":200}' },
          responses: { default: { statusCode: '200', responseTemplates: { 'text/html': '<p>' } } },
        },
      },
    },
    '/pets': {
      get: {
        parameters: [{ name: 'page', in: 'query', type: 'string' }],
        responses: { 200: { description: 'ok', schema: { $ref: '#/definitions/Pets' } } },
        'x-amazon-apigateway-integration': {
          type: 'http',
          httpMethod: 'GET',
          uri: 'http://pets.example.com/pets',
          requestParameters: { 'integration.request.header.a': "'a'", 'integration.request.header.b': true },
          responses: { default: { statusCode: '200' } },
        },
      },
    },
  },
  definitions: { Pets: { type: 'array', items: { type: 'string' } } },
};

async function openImported() {
  const own = await openRestApis();
  const { client } = own;
  const body = Buffer.from(JSON.stringify(store));
  const imported = await client.send(new ImportRestApiCommand({ body }));
  const restApiId = imported.id;
  await client.send(new CreateDeploymentCommand({ restApiId, stageName: 'dev' }));
  return {
    client,
    body,
    imported,
    restApiId,
    async exported(exportType: string, extensions = '') {
      const answer = await client.send(
        new GetExportCommand({ restApiId, stageName: 'dev', exportType, parameters: { extensions } }),
      );
      const definition = JSON.parse(Buffer.from(answer.body ?? []).toString()) as Record<string, unknown>;
      return { ...answer, definition };
    },
    [Symbol.asyncDispose]: () => own[Symbol.asyncDispose](),
  };
}

test('an import takes the models of its file alone, and warns of mappings that are no texts', async () => {
  await using own = await openImported();
  const { client, restApiId } = own;
  expect(own.imported.warnings).toEqual([
    "Invalid format for 'requestParameters'. Expected type string for property 'integration.request.header.b' of resource '/pets' and method 'GET' but got 'true'",
  ]);
  const { items = [] } = await client.send(new GetModelsCommand({ restApiId }));
  expect(items.map(({ name, schema }) => [name, JSON.parse(schema ?? '')])).toEqual([
    ['Pets', store.definitions.Pets],
  ]);
  const resources = await client.send(new GetResourcesCommand({ restApiId }));
  const resourceId = resources.items?.find(({ path }) => path === '/pets')?.id;
  const method = await client.send(new GetMethodCommand({ restApiId, resourceId, httpMethod: 'GET' }));
  expect(method).not.toHaveProperty('requestModels');
  expect(method.methodIntegration).toEqual({
    type: 'HTTP',
    httpMethod: 'GET',
    uri: 'http://pets.example.com/pets',
    connectionType: 'INTERNET',
    requestParameters: { 'integration.request.header.a': "'a'" },
    passthroughBehavior: 'WHEN_NO_MATCH',
    timeoutInMillis: 29_000,
    cacheNamespace: resourceId,
    cacheKeyParameters: [],
    integrationResponses: { 200: { statusCode: '200' } },
  });
});

test('an API that is imported again keeps its root, and binary types where it is merged', async () => {
  await using own = await openImported();
  const { client, restApiId, imported } = own;
  const again = { ...store, 'x-amazon-apigateway-binary-media-types': ['image/jpg'] };
  const put = (mode: 'merge' | 'overwrite') =>
    client.send(new PutRestApiCommand({ restApiId, mode, body: Buffer.from(JSON.stringify(again)) }));
  expect((await put('merge')).binaryMediaTypes).toEqual(['image/png', 'image/jpg']);
  expect(await put('overwrite')).toMatchObject({
    binaryMediaTypes: ['image/jpg'],
    rootResourceId: imported.rootResourceId,
    tags: {},
  });
});

test('an export says which media types go in and out, and leaves out what is as always', async () => {
  await using own = await openImported();
  const swagger = await own.exported('swagger', 'apigateway');
  const { version } = swagger.definition['info'] as { version: string };
  expect(version).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  expect(swagger.contentDisposition).toBe(`attachment; filename="swagger_${version}.json"`);
  expect(swagger.definition['paths']).toEqual({
    '/': {
      get: {
        consumes: ['application/json'],
        produces: ['text/html'],
        responses: { 200: { description: '200 response' } },
        'x-amazon-apigateway-integration': {
          type: 'mock',
          requestTemplates: { 'application/json': '{"statusCode":200}' },
          passthroughBehavior: 'when_no_match',
          responses: { default: { statusCode: '200', responseTemplates: { 'text/html': '<p>' } } },
        },
      },
    },
    '/pets': {
      get: {
        produces: ['application/json'],
        parameters: [{ name: 'page', in: 'query', required: false, type: 'string' }],
        responses: { 200: { description: '200 response', schema: { $ref: '#/definitions/Pets' } } },
        'x-amazon-apigateway-integration': {
          type: 'http',
          httpMethod: 'GET',
          uri: 'http://pets.example.com/pets',
          requestParameters: { 'integration.request.header.a': "'a'" },
          passthroughBehavior: 'when_no_match',
          responses: { default: { statusCode: '200' } },
        },
      },
    },
  });
  const { definition } = await own.exported('oas30');
  expect(definition['servers']).toMatchObject([{ variables: { basePath: { default: 'dev' } } }]);
  const paths = definition['paths'] as Record<string, { get: object }>;
  expect(paths['/pets']?.get).toMatchObject({
    parameters: [{ name: 'page', in: 'query', schema: { type: 'string' } }],
  });
  expect(JSON.stringify(paths['/pets'])).not.toContain('required');
});
