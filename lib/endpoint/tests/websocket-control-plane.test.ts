import {
  CreateApiCommand,
  CreateAuthorizerCommand,
  CreateDeploymentCommand,
  CreateIntegrationCommand,
  CreateIntegrationResponseCommand,
  CreateModelCommand,
  CreateRouteCommand,
  CreateRouteResponseCommand,
  CreateStageCommand,
  DeleteIntegrationResponseCommand,
  DeleteModelCommand,
  DeleteRouteCommand,
  DeleteRouteRequestParameterCommand,
  DeleteRouteResponseCommand,
  DeleteRouteSettingsCommand,
  GetApiCommand,
  GetIntegrationResponseCommand,
  GetIntegrationResponsesCommand,
  GetModelCommand,
  GetModelTemplateCommand,
  GetModelsCommand,
  GetRouteCommand,
  GetRouteResponseCommand,
  GetRouteResponsesCommand,
  GetStageCommand,
  UpdateApiCommand,
  UpdateDeploymentCommand,
  UpdateIntegrationResponseCommand,
  UpdateModelCommand,
  UpdateRouteResponseCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-apigatewayv2';
import { afterAll, describe, expect, it } from 'vitest';
import { functionArn, refusalOf, startHttpApis } from './http-api-harness.ts';

const apis = await startHttpApis();
const { program, gateway } = apis;
afterAll(() => apis.close());

const invocationOf = (name: string): string =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${functionArn(name)}/invocations`;

async function createChat(): Promise<string> {
  const { ApiId = '' } = await gateway.send(
    new CreateApiCommand({
      Name: 'chat',
      ProtocolType: 'WEBSOCKET',
      RouteSelectionExpression: '$request.body.action',
    }),
  );
  return ApiId;
}

describe('WebSocket APIs', () => {
  it('are created with their selection expressions, and changed', async () => {
    const ApiId = await createChat();
    expect(await gateway.send(new GetApiCommand({ ApiId }))).toMatchObject({
      ApiEndpoint: `ws://${ApiId}.execute-api.localhost:${program.ready.port}`,
      ApiKeySelectionExpression: '$request.header.x-api-key',
      Tags: {},
      ProtocolType: 'WEBSOCKET',
      RouteSelectionExpression: '$request.body.action',
    });
    const changed = await gateway.send(
      new UpdateApiCommand({
        ApiId,
        RouteSelectionExpression: '${request.body.service}/${request.body.action}',
        ApiKeySelectionExpression: '$context.authorizer.usageIdentifierKey',
      }),
    );
    expect(changed).toMatchObject({
      RouteSelectionExpression: '${request.body.service}/${request.body.action}',
      ApiKeySelectionExpression: '$context.authorizer.usageIdentifierKey',
    });
  });

  it('refuses expressions and settings that they cannot have', async () => {
    const create = (more: object) =>
      refusalOf(gateway.send(new CreateApiCommand({ Name: 'x', ProtocolType: 'WEBSOCKET', ...more })));
    expect(await create({})).toContain('Route Selection Expression is required');
    expect(await create({ RouteSelectionExpression: '$request.path' })).toContain('routeSelectionExpression');
    expect(
      await create({
        RouteSelectionExpression: '$request.body.a',
        ApiKeySelectionExpression: '$request.query.k',
      }),
    ).toContain('apiKeySelectionExpression');
    expect(
      await create({
        RouteSelectionExpression: '$request.body.a',
        CorsConfiguration: { AllowOrigins: ['*'] },
      }),
    ).toContain('CorsConfiguration is not supported');
  });

  it('have routes, of which only $connect asks who is there', async () => {
    const ApiId = await createChat();
    const route = (RouteKey: string, more: object = {}) =>
      gateway.send(new CreateRouteCommand({ ApiId, RouteKey, ...more }));
    expect(await route('$connect', { AuthorizationType: 'AWS_IAM', ApiKeyRequired: true })).toMatchObject({
      RouteKey: '$connect',
      AuthorizationType: 'AWS_IAM',
      ApiKeyRequired: true,
    });
    expect(await refusalOf(route('join', { AuthorizationType: 'AWS_IAM' }))).toBe(
      'BadRequestException 400: Currently, authorization is restricted to the $connect route only',
    );
    expect(await refusalOf(route('$other'))).toContain('not formatted properly for WEBSOCKET protocol');
    await route('join');
    expect(await refusalOf(route('join'))).toBe(
      'ConflictException 409: Route with key join already exists for this API',
    );
    const made = await route('send', {
      RequestParameters: { 'route.request.querystring.room': { Required: true } },
    });
    const RouteId = made.RouteId ?? '';
    await gateway.send(
      new DeleteRouteRequestParameterCommand({
        ApiId,
        RouteId,
        RequestParameterKey: 'route.request.querystring.room',
      }),
    );
    expect((await gateway.send(new GetRouteCommand({ ApiId, RouteId }))).RequestParameters).toEqual({});
  });

  it('have integrations of five kinds with responses', async () => {
    const ApiId = await createChat();
    const mock = await gateway.send(new CreateIntegrationCommand({ ApiId, IntegrationType: 'MOCK' }));
    expect(mock).toMatchObject({
      ConnectionType: 'INTERNET',
      IntegrationResponseSelectionExpression: '${integration.response.statuscode}',
      PassthroughBehavior: 'WHEN_NO_MATCH',
      PayloadFormatVersion: '1.0',
      TimeoutInMillis: 29_000,
    });
    const lambda = { IntegrationUri: invocationOf('echo'), IntegrationMethod: 'POST' };
    for (const more of [
      { IntegrationType: 'AWS_PROXY', ...lambda },
      { IntegrationType: 'AWS', ...lambda },
      { IntegrationType: 'HTTP', IntegrationUri: 'http://example.com/{x}', IntegrationMethod: 'GET' },
      { IntegrationType: 'HTTP_PROXY', IntegrationUri: 'https://example.com', IntegrationMethod: 'ANY' },
    ] as const)
      await gateway.send(new CreateIntegrationCommand({ ApiId, ...more }));
    const refused = (more: object) =>
      refusalOf(gateway.send(new CreateIntegrationCommand({ ApiId, IntegrationType: 'HTTP', ...more })));
    expect(await refused({ IntegrationMethod: 'GET' })).toContain('Invalid HTTP endpoint specified for URI');
    expect(await refused({ IntegrationType: 'MOCK', TimeoutInMillis: 30_000 })).toContain('29000 ms');
    expect(
      await refused({ IntegrationType: 'MOCK', RequestParameters: { 'integration.request.header.a': 'b' } }),
    ).toContain('Invalid mapping expression');

    const owner = { ApiId, IntegrationId: mock.IntegrationId ?? '' };
    const made = await gateway.send(
      new CreateIntegrationResponseCommand({ ...owner, IntegrationResponseKey: '/2\\d\\d/' }),
    );
    const IntegrationResponseId = made.IntegrationResponseId ?? '';
    const same = new CreateIntegrationResponseCommand({ ...owner, IntegrationResponseKey: '/2\\d\\d/' });
    expect(await refusalOf(gateway.send(same))).toContain('ConflictException 409');
    const bad = new CreateIntegrationResponseCommand({ ...owner, IntegrationResponseKey: '/(/' });
    expect(await refusalOf(gateway.send(bad))).toContain('Invalid integrationResponseKey');
    await gateway.send(
      new UpdateIntegrationResponseCommand({
        ...owner,
        IntegrationResponseId,
        ResponseTemplates: { $default: '{}' },
      }),
    );
    expect(
      await gateway.send(new GetIntegrationResponseCommand({ ...owner, IntegrationResponseId })),
    ).toMatchObject({ IntegrationResponseKey: '/2\\d\\d/', ResponseTemplates: { $default: '{}' } });
    await gateway.send(new DeleteIntegrationResponseCommand({ ...owner, IntegrationResponseId }));
    expect((await gateway.send(new GetIntegrationResponsesCommand(owner))).Items).toEqual([]);
  });

  it('have models and route responses', async () => {
    const ApiId = await createChat();
    const model = await gateway.send(
      new CreateModelCommand({ ApiId, Name: 'Join', ContentType: 'application/json', Schema: '{}' }),
    );
    const ModelId = model.ModelId ?? '';
    const twice = new CreateModelCommand({ ApiId, Name: 'Join', Schema: '{}' });
    expect(await refusalOf(gateway.send(twice))).toContain('Join already exists');
    const route = await gateway.send(
      new CreateRouteCommand({ ApiId, RouteKey: 'join', RequestModels: { $default: 'Join' } }),
    );
    const missing = new CreateRouteCommand({ ApiId, RouteKey: 'a', RequestModels: { $default: 'Nope' } });
    expect(await refusalOf(gateway.send(missing))).toContain('Invalid model identifier specified: Nope');
    expect(await refusalOf(gateway.send(new DeleteModelCommand({ ApiId, ModelId })))).toContain(
      "Cannot delete model 'Join'",
    );
    await gateway.send(new UpdateModelCommand({ ApiId, ModelId, Description: 'words' }));
    expect(await gateway.send(new GetModelCommand({ ApiId, ModelId }))).toMatchObject({
      Name: 'Join',
      Description: 'words',
    });
    const owner = { ApiId, RouteId: route.RouteId ?? '' };
    const { RouteResponseId = '' } = await gateway.send(
      new CreateRouteResponseCommand({ ...owner, RouteResponseKey: '$default' }),
    );
    const other = new CreateRouteResponseCommand({ ...owner, RouteResponseKey: 'other' });
    expect(await refusalOf(gateway.send(other))).toContain('Must be $default');
    await gateway.send(
      new UpdateRouteResponseCommand({ ...owner, RouteResponseId, ResponseModels: { $default: 'Join' } }),
    );
    expect(await gateway.send(new GetRouteResponseCommand({ ...owner, RouteResponseId }))).toMatchObject({
      ResponseModels: { $default: 'Join' },
    });
    expect((await gateway.send(new GetRouteResponsesCommand(owner))).Items).toHaveLength(1);
    await gateway.send(new DeleteRouteResponseCommand({ ...owner, RouteResponseId }));
    await gateway.send(new DeleteRouteCommand(owner));
    await gateway.send(new DeleteModelCommand({ ApiId, ModelId }));
    expect((await gateway.send(new GetModelsCommand({ ApiId }))).Items).toEqual([]);
  });

  it('have REQUEST authorizers alone', async () => {
    const ApiId = await createChat();
    const create = (more: object) =>
      gateway.send(
        new CreateAuthorizerCommand({
          ApiId,
          Name: 'who',
          AuthorizerType: 'REQUEST',
          AuthorizerUri: invocationOf('echo'),
          IdentitySource: ['route.request.querystring.token'],
          ...more,
        }),
      );
    const { AuthorizerId } = await create({});
    expect(await refusalOf(create({ AuthorizerType: 'JWT' }))).toContain('Must be one of [REQUEST]');
    expect(await refusalOf(create({ AuthorizerResultTtlInSeconds: 60 }))).toContain(
      'not supported for WEBSOCKET',
    );
    expect(await refusalOf(create({ IdentitySource: ['$request.header.a'] }))).toContain(
      'mapping expression',
    );
    await gateway.send(
      new CreateRouteCommand({ ApiId, RouteKey: '$connect', AuthorizationType: 'CUSTOM', AuthorizerId }),
    );
  });

  it('have templates of models, with those that they refer to', async () => {
    const ApiId = await createChat();
    const pet = JSON.stringify({ type: 'object', properties: { name: { type: 'string' } } });
    await gateway.send(new CreateModelCommand({ ApiId, Name: 'Pet', Schema: pet }));
    const $ref = `https://apigateway.amazonaws.com/restapis/${ApiId}/models/Pet`;
    const Schema = JSON.stringify({
      type: 'object',
      properties: { pet: { $ref }, age: { type: 'integer' } },
    });
    const { ModelId } = await gateway.send(new CreateModelCommand({ ApiId, Name: 'Join', Schema }));
    const { Value } = await gateway.send(new GetModelTemplateCommand({ ApiId, ModelId }));
    expect(Value).toBe(
      `#set($inputRoot = $input.path('$'))
{
  "pet" : {
    "name" : "$inputRoot.pet.name"
  },
  "age" : $inputRoot.age
}`,
    );
    const bad = await gateway.send(new CreateModelCommand({ ApiId, Name: 'Bad', Schema: 'no' }));
    expect(
      await refusalOf(gateway.send(new GetModelTemplateCommand({ ApiId, ModelId: bad.ModelId }))),
    ).toContain("model 'Bad' is not JSON");
  });

  it('are deployed to stages whose routes have settings', async () => {
    const ApiId = await createChat();
    expect(await refusalOf(gateway.send(new CreateDeploymentCommand({ ApiId })))).toContain(
      'no routes exist',
    );
    const { ModelId } = await gateway.send(new CreateModelCommand({ ApiId, Name: 'Bad', Schema: 'no' }));
    await gateway.send(new CreateRouteCommand({ ApiId, RouteKey: 'join' }));
    expect(await refusalOf(gateway.send(new CreateDeploymentCommand({ ApiId })))).toContain("model 'Bad'");
    await gateway.send(new DeleteModelCommand({ ApiId, ModelId }));
    const deployed = await gateway.send(new CreateDeploymentCommand({ ApiId }));
    expect(deployed.DeploymentStatus).toBe('DEPLOYED');
    const { DeploymentId } = deployed;
    await gateway.send(new UpdateDeploymentCommand({ ApiId, DeploymentId, Description: 'first' }));
    await gateway.send(new CreateStageCommand({ ApiId, StageName: 'dev', DeploymentId }));
    const settings = { ThrottlingBurstLimit: 1, ThrottlingRateLimit: 1, LoggingLevel: 'ERROR' } as const;
    await gateway.send(
      new UpdateStageCommand({ ApiId, StageName: 'dev', RouteSettings: { join: settings } }),
    );
    expect(await gateway.send(new GetStageCommand({ ApiId, StageName: 'dev' }))).toMatchObject({
      DefaultRouteSettings: { DataTraceEnabled: false, DetailedMetricsEnabled: false, LoggingLevel: 'OFF' },
      RouteSettings: { join: settings },
    });
    await gateway.send(new DeleteRouteSettingsCommand({ ApiId, StageName: 'dev', RouteKey: 'join' }));
    expect((await gateway.send(new GetStageCommand({ ApiId, StageName: 'dev' }))).RouteSettings).toEqual({});
  });
});
