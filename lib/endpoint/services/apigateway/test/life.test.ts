import {
  CreateDeploymentCommand,
  CreateModelCommand,
  CreateResourceCommand,
  CreateRestApiCommand,
  DeleteDeploymentCommand,
  DeleteModelCommand,
  DeleteResourceCommand,
  DeleteRestApiCommand,
  FlushStageCacheCommand,
  GetDeploymentCommand,
  GetGatewayResponsesCommand,
  GetIntegrationCommand,
  GetMethodCommand,
  GetModelsCommand,
  GetResourcesCommand,
  GetRestApiCommand,
  GetRestApisCommand,
  GetStagesCommand,
  PutGatewayResponseCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
  UpdateGatewayResponseCommand,
  UpdateIntegrationCommand,
  UpdateMethodCommand,
  UpdateResourceCommand,
  UpdateRestApiCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { describe, expect, test } from 'vitest';
import { openRestApis, refusalOf } from './harness.ts';

type Opened = Awaited<ReturnType<typeof openRestApis>>;

async function createApi({ client }: Opened, name = 'orders') {
  const api = await client.send(new CreateRestApiCommand({ name }));
  return { restApiId: api.id ?? '', root: api.rootResourceId ?? '' };
}

async function addMock({ client }: Opened, restApiId: string, resourceId: string, httpMethod = 'GET') {
  const place = { restApiId, resourceId, httpMethod };
  await client.send(new PutMethodCommand({ ...place, authorizationType: 'NONE' }));
  await client.send(
    new PutIntegrationCommand({
      ...place,
      type: 'MOCK',
      requestTemplates: { 'application/json': '{"statusCode":200}' },
    }),
  );
  return place;
}

describe('an API', () => {
  test('has AWS’s defaults, changes by patches, is listed and deleted', async () => {
    await using own = await openRestApis();
    const { client } = own;
    const created = await client.send(new CreateRestApiCommand({ name: 'orders', tags: { team: 'a' } }));
    expect(created).toMatchObject({
      name: 'orders',
      apiKeySource: 'HEADER',
      endpointConfiguration: { types: ['EDGE'], ipAddressType: 'ipv4' },
      disableExecuteApiEndpoint: false,
      tags: { team: 'a' },
    });
    expect(created.id).toMatch(/^[a-z0-9]{10}$/);
    const restApiId = created.id ?? '';
    const patched = await client.send(
      new UpdateRestApiCommand({
        restApiId,
        patchOperations: [
          { op: 'replace', path: '/name', value: 'sales' },
          { op: 'add', path: '/binaryMediaTypes/image~1png' },
          { op: 'replace', path: '/endpointConfiguration/types/EDGE', value: 'REGIONAL' },
          { op: 'replace', path: '/minimumCompressionSize', value: '1024' },
        ],
      }),
    );
    expect(patched).toMatchObject({
      name: 'sales',
      binaryMediaTypes: ['image/png'],
      endpointConfiguration: { types: ['REGIONAL'] },
      minimumCompressionSize: 1024,
    });
    expect((await client.send(new GetRestApisCommand({}))).items?.map(({ name }) => name)).toEqual(['sales']);
    await client.send(new DeleteRestApiCommand({ restApiId }));
    expect(await refusalOf(client.send(new GetRestApiCommand({ restApiId })))).toBe(
      `NotFoundException 404: Invalid API identifier specified 000000000000:${restApiId}`,
    );
  });

  test('refuses what AWS refuses', async () => {
    await using own = await openRestApis();
    const { client } = own;
    const { restApiId } = await createApi(own);
    const update = (path: string, value: string) =>
      refusalOf(
        client.send(
          new UpdateRestApiCommand({ restApiId, patchOperations: [{ op: 'replace', path, value }] }),
        ),
      );
    expect(await update('/nothing', 'x')).toBe('BadRequestException 400: Invalid patch path /nothing');
    expect(await update('/policy', '{')).toMatch(/^BadRequestException 400: Invalid policy document/);
    expect(
      await refusalOf(
        client.send(
          new CreateRestApiCommand({
            name: 'p',
            endpointConfiguration: { types: ['PRIVATE'], ipAddressType: 'ipv4' },
          }),
        ),
      ),
    ).toBe('BadRequestException 400: Only dualstack ipAddressType is supported for Private APIs.');
    expect(
      await refusalOf(
        client.send(
          new CreateRestApiCommand({ name: 'p', endpointConfiguration: { types: ['NONE' as 'EDGE'] } }),
        ),
      ),
    ).toBe(
      "ValidationException 400: 1 validation error detected: Value '[NONE]' at 'createRestApiInput.endpointConfiguration.types' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [PRIVATE, EDGE, REGIONAL]]",
    );
  });
});

describe('resources', () => {
  test('keep to AWS’s rules for siblings and variables, and paths follow a move', async () => {
    await using own = await openRestApis();
    const { client } = own;
    const { restApiId, root } = await createApi(own);
    const add = (parentId: string, pathPart: string) =>
      client.send(new CreateResourceCommand({ restApiId, parentId, pathPart }));
    const pets = await add(root, 'pets');
    const one = await add(pets.id ?? '', '{id}');
    expect(one).toMatchObject({ path: '/pets/{id}', parentId: pets.id, pathPart: '{id}' });
    const greedy = await add(root, '{proxy+}');
    expect(await refusalOf(add(root, 'pets'))).toBe(
      'ConflictException 409: Another resource with the same parent already has this name: pets',
    );
    expect(await refusalOf(add(root, '{other}'))).toBe(
      'BadRequestException 400: A sibling ({proxy+}) of this resource already has a variable path part -- only one is allowed',
    );
    expect(await refusalOf(add(greedy.id ?? '', 'x'))).toBe(
      'BadRequestException 400: Cannot create a child of a resource with a greedy path variable: {proxy+}',
    );
    const patch = (resourceId: string, path: string, value: string) =>
      client.send(
        new UpdateResourceCommand({
          restApiId,
          resourceId,
          patchOperations: [{ op: 'replace', path, value }],
        }),
      );
    expect(await refusalOf(patch(pets.id ?? '', '/parentId', one.id ?? ''))).toBe(
      'BadRequestException 400: Resources cannot be cyclical.',
    );
    await patch(pets.id ?? '', '/pathPart', 'animals');
    const paths = (await client.send(new GetResourcesCommand({ restApiId }))).items?.map(({ path }) => path);
    expect(paths?.sort()).toEqual(['/', '/animals', '/animals/{id}', '/{proxy+}']);
    await client.send(new DeleteResourceCommand({ restApiId, resourceId: pets.id }));
    expect((await client.send(new GetResourcesCommand({ restApiId }))).items).toHaveLength(2);
  });
});

describe('methods and integrations', () => {
  test('are put, shown whole, patched and refused', async () => {
    await using own = await openRestApis();
    const { client } = own;
    const { restApiId, root } = await createApi(own);
    const place = await addMock(own, restApiId, root);
    await client.send(
      new PutMethodResponseCommand({
        ...place,
        statusCode: '200',
        responseModels: { 'application/json': 'Empty' },
      }),
    );
    await client.send(
      new PutIntegrationResponseCommand({
        ...place,
        statusCode: '200',
        responseTemplates: { 'application/json': '{"ok":true}' },
      }),
    );
    expect(await client.send(new GetMethodCommand(place))).toMatchObject({
      httpMethod: 'GET',
      authorizationType: 'NONE',
      apiKeyRequired: false,
      methodResponses: { 200: { statusCode: '200', responseModels: { 'application/json': 'Empty' } } },
      methodIntegration: {
        type: 'MOCK',
        passthroughBehavior: 'WHEN_NO_MATCH',
        timeoutInMillis: 29_000,
        cacheNamespace: root,
        integrationResponses: { 200: { responseTemplates: { 'application/json': '{"ok":true}' } } },
      },
    });
    await client.send(
      new UpdateIntegrationCommand({
        ...place,
        patchOperations: [{ op: 'add', path: '/requestTemplates/text~1plain', value: '{"statusCode":200}' }],
      }),
    );
    expect((await client.send(new GetIntegrationCommand(place))).requestTemplates).toEqual({
      'application/json': '{"statusCode":200}',
      'text/plain': '{"statusCode":200}',
    });
    const patch = (path: string, value: string) =>
      refusalOf(
        client.send(new UpdateMethodCommand({ ...place, patchOperations: [{ op: 'replace', path, value }] })),
      );
    expect(await patch('/authorizationType', 'CUSTOM')).toBe(
      'BadRequestException 400: Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.',
    );
    expect(await patch('/requestValidatorId', 'nothin')).toBe(
      'BadRequestException 400: Invalid Request Validator identifier specified',
    );
    const put = (input: Partial<ConstructorParameters<typeof PutIntegrationCommand>[0]>) =>
      refusalOf(client.send(new PutIntegrationCommand({ ...place, type: 'HTTP', ...input })));
    expect(await put({ uri: 'http://example.com' })).toBe(
      'BadRequestException 400: Enumeration value for HttpMethod must be non-empty',
    );
    expect(await put({ uri: 'example', integrationHttpMethod: 'GET' })).toBe(
      'BadRequestException 400: Invalid HTTP endpoint specified for URI',
    );
    expect(await put({ type: 'AWS', uri: 'x', integrationHttpMethod: 'POST' })).toBe(
      'BadRequestException 400: Invalid ARN specified in the request',
    );
    const proxy = { type: 'AWS_PROXY', integrationHttpMethod: 'POST' } as const;
    expect(await put({ ...proxy, uri: 'arn:aws:apigateway:eu-west-1:lambda:nothing' })).toBe(
      'BadRequestException 400: AWS ARN for integration must contain path or action',
    );
    expect(await put({ ...proxy, uri: 'arn:aws:apigateway:eu-west-1:sqs:path/1/q' })).toBe(
      "BadRequestException 400: Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.",
    );
  });
});

describe('models and gateway responses', () => {
  test('a model in use stays; a changed response is no default', async () => {
    await using own = await openRestApis();
    const { client } = own;
    const { restApiId, root } = await createApi(own);
    const model = { restApiId, name: 'Pet', contentType: 'application/json', schema: '{"type":"object"}' };
    await client.send(new CreateModelCommand(model));
    expect(await refusalOf(client.send(new CreateModelCommand(model)))).toBe(
      'ConflictException 409: Model name already exists for this REST API',
    );
    expect(await refusalOf(client.send(new CreateModelCommand({ ...model, name: 'E', schema: '{}' })))).toBe(
      'BadRequestException 400: Model schema must have at least 1 property or array items defined',
    );
    await client.send(
      new PutMethodCommand({
        restApiId,
        resourceId: root,
        httpMethod: 'ANY',
        authorizationType: 'NONE',
        requestModels: { 'application/json': 'Pet' },
      }),
    );
    expect(await refusalOf(client.send(new DeleteModelCommand({ restApiId, modelName: 'Pet' })))).toBe(
      "ConflictException 409: Cannot delete model 'Pet', is referenced in method request: //ANY",
    );
    expect((await client.send(new GetModelsCommand({ restApiId }))).items?.map(({ name }) => name)).toEqual([
      'Empty',
      'Error',
      'Pet',
    ]);
    await client.send(
      new PutGatewayResponseCommand({ restApiId, responseType: 'UNAUTHORIZED', statusCode: '418' }),
    );
    await client.send(
      new UpdateGatewayResponseCommand({
        restApiId,
        responseType: 'DEFAULT_4XX',
        patchOperations: [{ op: 'add', path: '/responseParameters/gatewayresponse.header.X', value: "'y'" }],
      }),
    );
    const all = (await client.send(new GetGatewayResponsesCommand({ restApiId }))).items ?? [];
    expect(all).toHaveLength(21);
    expect(all.filter(({ defaultResponse }) => !defaultResponse)).toMatchObject([
      { responseType: 'DEFAULT_4XX', responseParameters: { 'gatewayresponse.header.X': "'y'" } },
      { responseType: 'UNAUTHORIZED', statusCode: '418' },
    ]);
  });
});

describe('deployments and stages', () => {
  test('a deployment is a copy, a stage points to one, and its settings follow patches', async () => {
    await using own = await openRestApis();
    const { client, service } = own;
    const { restApiId, root } = await createApi(own);
    expect(await refusalOf(client.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod' })))).toBe(
      "BadRequestException 400: The REST API doesn't contain any methods",
    );
    await addMock(own, restApiId, root);
    const deployment = await client.send(
      new CreateDeploymentCommand({ restApiId, stageName: 'prod', variables: { a: '1' } }),
    );
    await addMock(own, restApiId, root, 'POST');
    const published = service.directory.find(restApiId)?.stages.get('prod');
    expect(Object.keys(published?.snapshot.resources[root]?.methods ?? {})).toEqual(['GET']);
    expect(
      (
        await client.send(
          new GetDeploymentCommand({ restApiId, deploymentId: deployment.id, embed: ['apisummary'] }),
        )
      ).apiSummary,
    ).toEqual({ '/': { GET: { authorizationType: 'NONE', apiKeyRequired: false } } });
    const stage = await client.send(
      new UpdateStageCommand({
        restApiId,
        stageName: 'prod',
        patchOperations: [
          { op: 'replace', path: '/*/*/throttling/rateLimit', value: '10.5' },
          { op: 'replace', path: '/~1pets~1{id}/GET/caching/ttlInSeconds', value: '60' },
          { op: 'replace', path: '/cacheClusterEnabled', value: 'true' },
          { op: 'replace', path: '/variables/b', value: '2' },
        ],
      }),
    );
    expect(stage).toMatchObject({
      variables: { a: '1', b: '2' },
      cacheClusterEnabled: true,
      cacheClusterStatus: 'AVAILABLE',
      methodSettings: {
        '*/*': { throttlingRateLimit: 10.5, throttlingBurstLimit: 5000, cacheTtlInSeconds: 300 },
        'pets/{id}/GET': { cacheTtlInSeconds: 60, requireAuthorizationForCacheControl: true },
      },
    });
    const flushed: unknown[] = [];
    service.directory.onFlush((request) => flushed.push(request));
    await client.send(new FlushStageCacheCommand({ restApiId, stageName: 'prod' }));
    expect(flushed).toEqual([{ apiId: restApiId, stageName: 'prod', what: 'data' }]);
    expect(
      await refusalOf(client.send(new DeleteDeploymentCommand({ restApiId, deploymentId: deployment.id }))),
    ).toBe('BadRequestException 400: Active stages pointing to this deployment must be moved or deleted');
  });

  test('a canary takes new deployments until it is promoted', async () => {
    await using own = await openRestApis();
    const { client, service } = own;
    const { restApiId, root } = await createApi(own);
    await addMock(own, restApiId, root);
    const canarySettings = { percentTraffic: 20, stageVariableOverrides: { a: '2' } };
    expect(
      await refusalOf(
        client.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod', canarySettings })),
      ),
    ).toBe(
      'BadRequestException 400: Invalid deployment content specified.Stage prod must already be created before making a canary release deployment',
    );
    await client.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod', variables: { a: '1' } }));
    await addMock(own, restApiId, root, 'POST');
    const second = await client.send(
      new CreateDeploymentCommand({ restApiId, stageName: 'prod', canarySettings }),
    );
    const published = service.directory.find(restApiId)?.stages.get('prod');
    expect(published?.stage.canarySettings).toMatchObject({ percentTraffic: 20, deploymentId: second.id });
    expect(Object.keys(published?.canary?.resources[root]?.methods ?? {})).toEqual(['GET', 'POST']);
    await client.send(
      new UpdateStageCommand({
        restApiId,
        stageName: 'prod',
        patchOperations: [
          { op: 'replace', path: '/canarySettings/percentTraffic', value: '0.0' },
          { op: 'copy', path: '/variables', from: '/canarySettings/stageVariableOverrides' },
          { op: 'copy', path: '/deploymentId', from: '/canarySettings/deploymentId' },
          { op: 'remove', path: '/canarySettings' },
        ],
      }),
    );
    expect((await client.send(new GetStagesCommand({ restApiId }))).item).toMatchObject([
      { stageName: 'prod', deploymentId: second.id, variables: { a: '2' } },
    ]);
  });
});
