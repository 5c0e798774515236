import {
  CreateApiKeyCommand,
  CreateAuthorizerCommand,
  CreateDeploymentCommand,
  CreateModelCommand,
  CreateRequestValidatorCommand,
  CreateResourceCommand,
  CreateRestApiCommand,
  CreateStageCommand,
  CreateUsagePlanCommand,
  CreateVpcLinkCommand,
  DeleteGatewayResponseCommand,
  DeleteIntegrationResponseCommand,
  GetApiKeyCommand,
  GetApiKeysCommand,
  GetDocumentationPartCommand,
  GetGatewayResponseCommand,
  GetMethodCommand,
  GetModelCommand,
  GetRequestValidatorCommand,
  GetRestApiCommand,
  GetRestApisCommand,
  GetUsagePlanKeysCommand,
  GetVpcLinksCommand,
  ImportDocumentationPartsCommand,
  PutGatewayResponseCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
  UpdateApiKeyCommand,
  UpdateGatewayResponseCommand,
  UpdateMethodCommand,
  UpdateMethodResponseCommand,
  UpdateModelCommand,
  UpdateRequestValidatorCommand,
  UpdateResourceCommand,
  UpdateRestApiCommand,
  UpdateStageCommand,
  type CreateRestApiCommandInput,
  type PatchOperation,
} from '@aws-sdk/client-api-gateway';
import { expect, test } from 'vitest';
import { openRestApis, refusalOf } from './harness.ts';

/** Recorded answers of AWS, to the letter. */
const noPath = (path: string) => `BadRequestException 400: Invalid patch path ${path}`;
const onlyReplace = 'BadRequestException 400: Invalid patch operation specified. Must be one of: [replace]';
const listed = (op: string, path: string, rest: string) =>
  `BadRequestException 400: Invalid patch path  '${path}' specified for op '${op}'. ${rest}`;
const choose = 'Please choose supported operations';

async function openApi() {
  const own = await openRestApis();
  const { client } = own;
  const { id: restApiId = '', rootResourceId: resourceId } = await client.send(
    new CreateRestApiCommand({ name: 'orders' }),
  );
  const place = { restApiId, resourceId, httpMethod: 'GET' };
  await client.send(new PutMethodCommand({ ...place, authorizationType: 'NONE' }));
  return { ...own, restApiId, resourceId, place, [Symbol.asyncDispose]: () => own[Symbol.asyncDispose]() };
}

test('every kind of thing has its own words for a patch that it does not take', async () => {
  await using own = await openApi();
  const { client, place, restApiId } = own;
  const { id: childId } = await client.send(
    new CreateResourceCommand({ restApiId, parentId: own.resourceId, pathPart: 'a' }),
  );
  const { id: requestValidatorId } = await client.send(
    new CreateRequestValidatorCommand({ restApiId, name: 'v' }),
  );
  await client.send(new PutMethodResponseCommand({ ...place, statusCode: '200' }));
  const sent = {
    api: (patchOperations: PatchOperation[]) => new UpdateRestApiCommand({ restApiId, patchOperations }),
    resource: (patchOperations: PatchOperation[]) =>
      new UpdateResourceCommand({ restApiId, resourceId: childId, patchOperations }),
    root: (patchOperations: PatchOperation[]) => new UpdateResourceCommand({ ...place, patchOperations }),
    method: (patchOperations: PatchOperation[]) => new UpdateMethodCommand({ ...place, patchOperations }),
    response: (patchOperations: PatchOperation[]) =>
      new UpdateMethodResponseCommand({ ...place, statusCode: '200', patchOperations }),
    model: (patchOperations: PatchOperation[]) =>
      new UpdateModelCommand({ restApiId, modelName: 'Empty', patchOperations }),
    validator: (patchOperations: PatchOperation[]) =>
      new UpdateRequestValidatorCommand({ restApiId, requestValidatorId, patchOperations }),
    gateway: (patchOperations: PatchOperation[]) =>
      new UpdateGatewayResponseCommand({ restApiId, responseType: 'DEFAULT_5XX', patchOperations }),
  };
  const compression =
    'BadRequestException 400: Invalid minimum compression size, must be between 0 and 10485760';
  const noParameter = 'NotFoundException 404: Invalid parameter name specified';
  const noContentType = 'NotFoundException 404: Content-Type specified was not found';
  for (const [kind, op, path, value, refusal] of [
    ['api', 'add', '/binaryMediaTypes', 'image/gif', noPath('/binaryMediaTypes')],
    ['api', 'add', '/minimumCompressionSize', '10', onlyReplace],
    ['api', 'replace', '/minimumCompressionSize', '-1', compression],
    ['api', 'replace', '/minimumCompressionSize', 'test', compression],
    [
      'api',
      'replace',
      '/endpointConfiguration/ipAddressType',
      'wrong',
      'BadRequestException 400: ipAddressType must be either ipv4 or dualstack.',
    ],
    [
      'api',
      'replace',
      '/endpointConfiguration/types/EDGE',
      'wrong',
      'BadRequestException 400: Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE',
    ],
    [
      'api',
      'test',
      '/endpointConfiguration/types/EDGE',
      'PRIVATE',
      "BadRequestException 400: Invalid patch operation specified. Must be 'add'|'remove'|'replace'",
    ],
    [
      'resource',
      'replace',
      '/invalid',
      'a',
      listed('replace', '/invalid', 'Must be one of: [/parentId, /pathPart]'),
    ],
    ['resource', 'remove', '/pathPart', undefined, listed('remove', '/pathPart', choose)],
    [
      'root',
      'replace',
      '/pathPart',
      'a',
      'BadRequestException 400: Root resource cannot update its pathPart.',
    ],
    [
      'root',
      'replace',
      '/parentId',
      'a',
      'BadRequestException 400: Root resource cannot update its parentId.',
    ],
    ['method', 'add', '/operationName', 'a', onlyReplace],
    ['method', 'add', '/httpMethod', 'PUT', noPath('/httpMethod')],
    ['method', 'add', '/requestModels/application/json', 'Empty', noPath('/requestModels/application/json')],
    ['response', 'replace', '/responseParameters/wrong', 'true', noParameter],
    ['response', 'remove', '/responseModels/application~1json', undefined, noContentType],
    ['model', 'add', '/wrong-path', 'a', listed('add', '/wrong-path', choose)],
    ['model', 'replace', '/name', 'a', listed('replace', '/name', 'Must be one of: [/description, /schema]')],
    [
      'model',
      'replace',
      '/schema',
      '',
      'BadRequestException 400: Model schema must have at least 1 property or array items defined',
    ],
    [
      'validator',
      'replace',
      '/invalidPath',
      'true',
      listed(
        'replace',
        '/invalidPath',
        'Must be one of: [/name, /validateRequestParameters, /validateRequestBody]',
      ),
    ],
    [
      'validator',
      'replace',
      '/name',
      undefined,
      'BadRequestException 400: Request Validator name cannot be blank',
    ],
    ['gateway', 'add', '/statusCode', '444', noPath('/statusCode')],
    ['gateway', 'add', undefined, 'a', noPath('null')],
    ['gateway', 'replace', '/responseParameters/gatewayresponse.header.a', "'a'", noParameter],
    [
      'gateway',
      'replace',
      '/responseTemplates/application~1json',
      undefined,
      'BadRequestException 400: Invalid null or empty value in responseTemplates',
    ],
  ] as const)
    expect(await refusalOf(client.send(sent[kind]([{ op, path, value }]) as UpdateRestApiCommand))).toBe(
      refusal,
    );
});

test('truth values of a patch are false unless they are true, and emptied members are gone', async () => {
  await using own = await openApi();
  const { client, place } = own;
  const patch = (...patchOperations: PatchOperation[]) =>
    client.send(new UpdateMethodCommand({ ...place, patchOperations }));
  const path = '/requestModels/application~1json';
  await patch({ op: 'replace', path: '/apiKeyRequired', value: 'true' }, { op: 'add', path, value: 'Empty' });
  const after = await patch(
    { op: 'replace', path: '/apiKeyRequired', value: 'whatever' },
    { op: 'remove', path, value: 'Empty' },
  );
  expect(after.apiKeyRequired).toBe(false);
  expect(after).not.toHaveProperty('requestModels');
});

test("the front end's constraints are said at once, of the body before the address", async () => {
  await using own = await openApi();
  const { client, place } = own;
  const op = (n: number) =>
    `Value 'wrong' at 'updateMethodResponseInput.patchOperations.${n}.member.op' failed to satisfy constraint: Member must satisfy enum value set: [add, remove, move, test, replace, copy]`;
  const patchOperations = ['wrong', 'remove', 'wrong'].map((name) => ({ op: name as 'add', path: '/a' }));
  expect(
    await refusalOf(
      client.send(new UpdateMethodResponseCommand({ ...place, statusCode: 'nine', patchOperations })),
    ),
  ).toBe(
    `ValidationException 400: 3 validation errors detected: ${op(1)}; ${op(3)}; Value 'nine' at 'statusCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [1-5]\\d\\d`,
  );
  const endpointConfiguration = { types: ['wrong' as 'EDGE'], ipAddressType: 'wrong' as 'ipv4' };
  expect(
    await refusalOf(
      client.send(new CreateRestApiCommand({ name: 'a', description: '', endpointConfiguration })),
    ),
  ).toBe(
    "ValidationException 400: 2 validation errors detected: Value '[wrong]' at 'createRestApiInput.endpointConfiguration.types' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [PRIVATE, EDGE, REGIONAL]]; Value 'wrong' at 'createRestApiInput.endpointConfiguration.ipAddressType' failed to satisfy constraint: Member must satisfy enum value set: [ipv4, dualstack]",
  );
  expect(
    await refusalOf(client.send(new PutIntegrationCommand({ ...place, type: 'HTTPS_PROXY' as 'HTTP' }))),
  ).toBe(
    "ValidationException 400: 1 validation error detected: Value 'HTTPS_PROXY' at 'putIntegrationInput.type' failed to satisfy constraint: Member must satisfy enum value set: [HTTP, MOCK, AWS_PROXY, HTTP_PROXY, AWS]",
  );
});

test('of an unknown API the part that was asked for is missing', async () => {
  await using own = await openApi();
  const { client, place } = own;
  const restApiId = 'nothing';
  const nowhere = { ...place, restApiId };
  const authorizerUri =
    'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:a/invocations';
  for (const [command, refusal] of [
    [new GetMethodCommand(nowhere), 'NotFoundException 404: Invalid Resource identifier specified'],
    [
      new PutMethodCommand({ ...nowhere, httpMethod: 'WRONG', authorizationType: 'NONE' }),
      'NotFoundException 404: Invalid Resource identifier specified',
    ],
    [
      new GetModelCommand({ restApiId, modelName: 'Order' }),
      'NotFoundException 404: Invalid model name specified: Order',
    ],
    [
      new GetRequestValidatorCommand({ restApiId, requestValidatorId: 'a' }),
      'NotFoundException 404: Invalid Request Validator identifier specified',
    ],
    [
      new GetDocumentationPartCommand({ restApiId, documentationPartId: 'a' }),
      'NotFoundException 404: Invalid Documentation part identifier specified',
    ],
    [
      new CreateRequestValidatorCommand({ restApiId, name: 'a' }),
      'BadRequestException 400: Invalid REST API identifier specified',
    ],
    [
      new CreateAuthorizerCommand({
        restApiId,
        name: 'a',
        type: 'TOKEN',
        authorizerUri,
        identitySource: 'method.request.header.Authorization',
      }),
      'ConflictException 409: Unable to complete operation due to concurrent modification. Please try again later.',
    ],
  ] as const)
    expect(await refusalOf(client.send(command as GetMethodCommand))).toBe(refusal);
  expect(
    await refusalOf(
      client.send(new DeleteIntegrationResponseCommand({ ...place, httpMethod: 'PUT', statusCode: '200' })),
    ),
  ).toBe('NotFoundException 404: Invalid Integration identifier specified');
});

test('empty tags are shown of one API, and empty lists of none', async () => {
  await using own = await openRestApis();
  const { client } = own;
  const create = (input: Partial<CreateRestApiCommandInput>) =>
    client.send(new CreateRestApiCommand({ name: 'orders', ...input }));
  const made = await create({ binaryMediaTypes: [] });
  expect(made).not.toHaveProperty('tags');
  expect(made).not.toHaveProperty('binaryMediaTypes');
  const restApiId = made.id;
  expect((await client.send(new GetRestApiCommand({ restApiId }))).tags).toEqual({});
  const { items = [] } = await client.send(new GetRestApisCommand({}));
  expect(items[0]).not.toHaveProperty('tags');
  for (const [types, refusal] of [
    [[], 'REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.'],
    [['EDGE', 'REGIONAL'], 'Cannot create an api with multiple Endpoint Types.'],
  ] as const)
    expect(await refusalOf(create({ endpointConfiguration: { types: [...types] } }))).toBe(
      `BadRequestException 400: ${refusal}`,
    );
});

test('a gateway response shows the defaults of what it leaves out, and its class those of the others', async () => {
  await using own = await openApi();
  const { client, restApiId } = own;
  const usual = { 'application/json': '{"message":$context.error.messageString}' };
  const put = (responseType: 'AUTHORIZER_FAILURE' | 'DEFAULT_5XX', input: object) =>
    client.send(new PutGatewayResponseCommand({ restApiId, responseType, ...input }));
  const get = (responseType: 'AUTHORIZER_FAILURE' | 'INTEGRATION_FAILURE') =>
    client.send(new GetGatewayResponseCommand({ restApiId, responseType }));
  const responseParameters = { 'gatewayresponse.header.a': "'b'" };
  await put('DEFAULT_5XX', { statusCode: '599', responseParameters });
  expect(await put('AUTHORIZER_FAILURE', {})).toMatchObject({
    defaultResponse: false,
    responseParameters: {},
    responseTemplates: usual,
    statusCode: '500',
  });
  expect(await get('INTEGRATION_FAILURE')).toMatchObject({
    defaultResponse: true,
    responseParameters,
    responseTemplates: usual,
    statusCode: '599',
  });
  expect(
    await refusalOf(
      client.send(new DeleteGatewayResponseCommand({ restApiId, responseType: 'WRONG' as 'THROTTLED' })),
    ),
  ).toMatch(/^ValidationException 400: .*enum value set: \[REQUEST_TOO_LARGE, RESOURCE_NOT_FOUND, /);
});

test('integrations show a kind of connection only where there is one, and their responses have media types', async () => {
  await using own = await openApi();
  const { client, place } = own;
  const uri =
    'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:a/invocations';
  expect(
    await client.send(
      new PutIntegrationCommand({ ...place, type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri }),
    ),
  ).not.toHaveProperty('connectionType');
  expect(
    await refusalOf(
      client.send(
        new PutIntegrationResponseCommand({
          ...place,
          statusCode: '200',
          responseTemplates: { '123': '{}' },
        }),
      ),
    ),
  ).toBe(
    'BadRequestException 400: Validation Result: warnings : [], errors : [Invalid content type specified: 123]',
  );
});

test('a link to a VPC is being made when it is asked for, and lists leave empty tags out', async () => {
  await using own = await openRestApis();
  const { client } = own;
  const create = (name: string, targetArn: string) =>
    client.send(new CreateVpcLinkCommand({ name, targetArns: [targetArn] }));
  const arn = 'arn:aws:elasticloadbalancing:us-east-1:111111111111:loadbalancer/net/x/1234567890abcdef';
  const made = await create('inside', arn);
  expect(made.status).toBe('PENDING');
  const { items = [] } = await client.send(new GetVpcLinksCommand({}));
  expect(items[0]).toMatchObject({ status: 'AVAILABLE', statusMessage: 'Your vpc link is ready for use' });
  expect(items[0]).not.toHaveProperty('tags');
  expect(await refusalOf(create('inside', 'invalid-arn'))).toBe(
    'BadRequestException 400: Invalid ARN. ARN is not well formed invalid-arn',
  );
  expect(await refusalOf(create('', arn))).toBe('BadRequestException 400: Name cannot be empty');
});

test('what is no object has no documentation to import, and a model has a schema', async () => {
  await using own = await openApi();
  const { client, restApiId } = own;
  for (const body of ['foo: [bar', '{"foo": '])
    expect(
      await refusalOf(
        client.send(
          new ImportDocumentationPartsCommand({ restApiId, mode: 'overwrite', body: Buffer.from(body) }),
        ),
      ),
    ).toBe('BadRequestException 400: Unable to build importer with provided input.');
  expect(
    await refusalOf(
      client.send(new CreateModelCommand({ restApiId, name: 'Order', contentType: 'application/json' })),
    ),
  ).toBe('BadRequestException 400: Model schema must have at least 1 property or array items defined');
});

test('a stage refuses patches in words of its own', async () => {
  await using own = await openApi();
  const { client, place, restApiId } = own;
  await client.send(new PutIntegrationCommand({ ...place, type: 'MOCK' }));
  const deploy = (input: object) => client.send(new CreateDeploymentCommand({ restApiId, ...input }));
  const { id: deploymentId } = await deploy({ stageName: 'dev' });
  const patch = (...patchOperations: PatchOperation[]) =>
    client.send(new UpdateStageCommand({ restApiId, stageName: 'dev', patchOperations }));
  const refusal = (operation: PatchOperation) => refusalOf(patch(operation));
  const bad = 'BadRequestException 400:';
  expect(await refusal({ op: 'replace', path: '/tags/a', value: 'b' })).toBe(
    `${bad} Invalid method setting path: /tags/a. Must be one of: [/deploymentId, /description, /cacheClusterEnabled, /cacheClusterSize, /clientCertificateId, /accessLogSettings, /accessLogSettings/destinationArn, /accessLogSettings/format, /{resourcePath}/{httpMethod}/metrics/enabled, /{resourcePath}/{httpMethod}/logging/dataTrace, /{resourcePath}/{httpMethod}/logging/loglevel, /{resourcePath}/{httpMethod}/throttling/burstLimit/{resourcePath}/{httpMethod}/throttling/rateLimit/{resourcePath}/{httpMethod}/caching/ttlInSeconds, /{resourcePath}/{httpMethod}/caching/enabled, /{resourcePath}/{httpMethod}/caching/dataEncrypted, /{resourcePath}/{httpMethod}/caching/requireAuthorizationForCacheControl, /{resourcePath}/{httpMethod}/caching/unauthorizedCacheControlHeaderStrategy, /*/*/metrics/enabled, /*/*/logging/dataTrace, /*/*/logging/loglevel, /*/*/throttling/burstLimit /*/*/throttling/rateLimit /*/*/caching/ttlInSeconds, /*/*/caching/enabled, /*/*/caching/dataEncrypted, /*/*/caching/requireAuthorizationForCacheControl, /*/*/caching/unauthorizedCacheControlHeaderStrategy, /variables/{variable_name}, /tracingEnabled]`,
  );
  for (const [operation, message] of [
    [
      { op: 'remove', path: '/canarySettings/a' },
      'Cannot remove method setting canarySettings/a because there is no method setting for this method ',
    ],
    [
      { op: 'add', path: '/canarySettings/deploymentId', value: deploymentId },
      'Invalid add operation with path: /canarySettings/deploymentId',
    ],
    [{ op: 'replace', path: '/canarySettings/deploymentId', value: 'a' }, 'Deployment id does not exist'],
    [
      { op: 'copy', from: '/canarySettings/deploymentId', path: '/deploymentId' },
      'Promotion not available. Canary does not exist.',
    ],
    [
      { op: 'copy', from: '/variables', path: '/canarySettings/stageVariableOverrides' },
      'Invalid copy operation with path: /canarySettings/stageVariableOverrides and from /variables. Valid copy:path are [/deploymentId, /variables] and valid copy:from are [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]',
    ],
  ] as const)
    expect(await refusal(operation)).toBe(`${bad} ${message}`);
  expect(await refusalOf(deploy({ canarySettings: { percentTraffic: 50 } }))).toBe(
    `${bad} Invalid deployment content specified.Non null and non empty stageName must be provided for canary deployment. Provided value is null`,
  );
  // The first change makes a canary of the stage's own deployment, and an entry of a method begins as that of all.
  const changed = await patch(
    { op: 'replace', path: '/canarySettings/percentTraffic', value: '50' },
    { op: 'replace', path: '/*/*/caching/enabled', value: 'true' },
    { op: 'replace', path: '/a/GET/throttling/burstLimit', value: '1' },
  );
  expect(changed.canarySettings).toEqual({ deploymentId, percentTraffic: 50, useStageCache: false });
  expect(changed.methodSettings?.['a/GET']).toMatchObject({ cachingEnabled: true, throttlingBurstLimit: 1 });
  const canarySettings = { deploymentId, percentTraffic: 10 };
  expect(
    await client.send(new CreateStageCommand({ restApiId, stageName: 'b', deploymentId, canarySettings })),
  ).toMatchObject({ canarySettings: { useStageCache: false } });
});

test('keys and plans show tags as APIs do, and a key says what is wrong with it', async () => {
  await using own = await openRestApis();
  const { client } = own;
  const create = (input: object) => client.send(new CreateApiKeyCommand(input));
  const { id: apiKey, ...made } = await create({ name: '', value: '' });
  expect(made).not.toHaveProperty('tags');
  expect(made).not.toHaveProperty('name');
  expect(made.value).toMatch(/^\w{20,}$/);
  expect((await client.send(new GetApiKeyCommand({ apiKey }))).tags).toEqual({});
  const { items = [] } = await client.send(new GetApiKeysCommand({ limit: -1 }));
  expect(items[0]).not.toHaveProperty('tags');
  expect(await client.send(new CreateUsagePlanCommand({ name: 'a' }))).not.toHaveProperty('tags');
  expect(await client.send(new GetUsagePlanKeysCommand({ usagePlanId: 'nothing' }))).toMatchObject({
    items: [],
  });
  const long = 'a'.repeat(125_001);
  for (const [input, message] of [
    [{ name: 'a'.repeat(1025) }, 'Invalid API Key name, can be at most 1024 characters.'],
    [{ value: 'short' }, 'API Key value should be at least 20 characters'],
    [{ value: 'a'.repeat(129) }, 'API Key value exceeds maximum size of 128 characters'],
    [{ description: long }, 'Invalid API Key description specified.'],
  ] as const)
    expect(await refusalOf(create(input))).toBe(`BadRequestException 400: ${message}`);
  const patchOperations = [{ op: 'replace', path: '/id', value: 'a' } as const];
  expect(await refusalOf(client.send(new UpdateApiKeyCommand({ apiKey, patchOperations })))).toBe(
    listed('replace', '/id', 'Must be one of: [/description, /enabled, /name, /customerId]'),
  );
});
