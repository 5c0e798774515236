import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateDeploymentCommand,
  CreateRouteCommand,
  CreateStageCommand,
  DeleteApiCommand,
  DeleteDeploymentCommand,
  DeleteIntegrationCommand,
  DeleteRouteCommand,
  GetApiCommand,
  GetApisCommand,
  GetDeploymentsCommand,
  GetIntegrationsCommand,
  GetRoutesCommand,
  GetStageCommand,
  GetTagsCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateApiCommand,
  UpdateIntegrationCommand,
  UpdateRouteCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-apigatewayv2';
import { afterAll, describe, expect, it } from 'vitest';
import { echo, refusalOf, startHttpApis } from './http-api-harness.ts';

const apis = await startHttpApis();
const { program, gateway, call, createApi, integrate } = apis;
afterAll(() => apis.close());

describe('the control plane', () => {
  it('creates an API quickly, and serves it at once', async () => {
    const api = await gateway.send(
      new CreateApiCommand({ Name: 'quick', ProtocolType: 'HTTP', Target: echo, Description: 'words' }),
    );
    const ApiId = api.ApiId ?? '';
    expect(api).toMatchObject({
      ApiEndpoint: `http://${ApiId}.execute-api.localhost:${program.ready.port}`,
      ApiKeySelectionExpression: '$request.header.x-api-key',
      RouteSelectionExpression: '$request.method $request.path',
      ProtocolType: 'HTTP',
      Description: 'words',
      DisableExecuteApiEndpoint: false,
      CreatedDate: expect.any(Date) as Date,
    });
    expect(ApiId).toMatch(/^[a-z][a-z0-9]{9}$/);
    const { Items: routes = [] } = await gateway.send(new GetRoutesCommand({ ApiId }));
    const { Items: integrations = [] } = await gateway.send(new GetIntegrationsCommand({ ApiId }));
    const stage = await gateway.send(new GetStageCommand({ ApiId, StageName: '$default' }));
    const { Items: deployments = [] } = await gateway.send(new GetDeploymentsCommand({ ApiId }));
    expect(integrations).toMatchObject([
      { IntegrationUri: echo, PayloadFormatVersion: '2.0', ApiGatewayManaged: true, TimeoutInMillis: 30_000 },
    ]);
    expect(routes).toMatchObject([
      {
        RouteKey: '$default',
        Target: `integrations/${integrations[0]?.IntegrationId}`,
        ApiGatewayManaged: true,
      },
    ]);
    expect(stage).toMatchObject({ AutoDeploy: true, DeploymentId: deployments[0]?.DeploymentId });
    expect(deployments).toMatchObject([{ AutoDeployed: true, DeploymentStatus: 'DEPLOYED' }]);
    expect((await call(ApiId, '/anything')).json).toMatchObject({ rawPath: '/anything' });
    expect((await fetch(`${program.ready.url}/_aws/execute-api/${ApiId}/a`)).status).toBe(200);
    await gateway.send(new DeleteApiCommand({ ApiId }));
    expect((await call(ApiId, '/anything')).json).toEqual({ message: 'Not Found' });
    expect(await refusalOf(gateway.send(new GetApiCommand({ ApiId })))).toBe(
      `NotFoundException 404: Invalid API identifier specified 000000000000:${ApiId}`,
    );
  });

  it('lists pages, and keeps accounts and Regions apart', async () => {
    const other = new ApiGatewayV2Client({
      endpoint: program.ready.url,
      region: 'eu-north-1',
      credentials: { accessKeyId: '111111111111', secretAccessKey: 'x' },
    });
    const names = ['one', 'two', 'three'];
    for (const Name of names) await other.send(new CreateApiCommand({ Name, ProtocolType: 'HTTP' }));
    const seen: (string | undefined)[] = [];
    let NextToken: string | undefined;
    do {
      const page = await other.send(new GetApisCommand({ MaxResults: '2', NextToken }));
      expect(page.Items?.length).toBeLessThanOrEqual(2);
      seen.push(...(page.Items ?? []).map(({ Name }) => Name));
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    expect(seen.sort()).toEqual([...names].sort());
    expect(await refusalOf(other.send(new GetApisCommand({ MaxResults: 'x' })))).toMatch(
      /^BadRequestException 400/,
    );
    const ApiId = await createApi();
    expect(await refusalOf(other.send(new GetApiCommand({ ApiId })))).toBe(
      `NotFoundException 404: Invalid API identifier specified 111111111111:${ApiId}`,
    );
    other.destroy();
  });

  it('refuses what is wrong, missing, taken or in use', async () => {
    const ApiId = await createApi();
    const { id: IntegrationId, target: Target } = await integrate(ApiId);
    const route = await gateway.send(new CreateRouteCommand({ ApiId, RouteKey: 'GET /pets', Target }));
    const refused: [Promise<unknown>, string][] = [
      [createApi({ ProtocolType: 'WEBSOCKET' }), 'Route Selection Expression is required'],
      [
        createApi({ CorsConfiguration: { AllowOrigins: ['*'], AllowCredentials: true } }),
        'BadRequestException 400: ',
      ],
      [
        gateway.send(new CreateRouteCommand({ ApiId, RouteKey: 'GET /pets', Target })),
        'ConflictException 409: Route with key GET /pets already exists for this API',
      ],
      [
        gateway.send(new CreateRouteCommand({ ApiId, RouteKey: 'pets', Target })),
        'BadRequestException 400: The provided route key is not formatted properly for HTTP protocol. Format should be "<HTTP METHOD> /<RESOURCE PATH>" or "$default"',
      ],
      [gateway.send(new CreateRouteCommand({ ApiId, RouteKey: 'GET /{a+}/b' })), 'BadRequestException 400: '],
      [
        gateway.send(new CreateRouteCommand({ ApiId, RouteKey: 'GET /{a}/{a}' })),
        'BadRequestException 400: ',
      ],
      [gateway.send(new CreateRouteCommand({ ApiId, RouteKey: 'GET /a{b}' })), 'BadRequestException 400: '],
      [
        gateway.send(new CreateRouteCommand({ ApiId, RouteKey: 'GET /x', Target: 'integrations/none' })),
        'BadRequestException 400: Invalid target specified',
      ],
      [
        gateway.send(new CreateRouteCommand({ ApiId, RouteKey: 'GET /x', AuthorizationType: 'CUSTOM' })),
        'BadRequestException 400: Invalid authorizer ID specified',
      ],
      [
        integrate(ApiId, { PayloadFormatVersion: undefined }),
        'BadRequestException 400: PayloadFormatVersion is a required parameter for integration',
      ],
      [
        integrate(ApiId, { TimeoutInMillis: 30_001 }),
        'BadRequestException 400: Timeout should be between 50 ms and 30000 ms',
      ],
      [integrate(ApiId, { IntegrationUri: 'https://example.com' }), 'BadRequestException 400: '],
      [integrate(ApiId, { IntegrationType: 'MOCK' }), 'BadRequestException 400: '],
      [integrate(ApiId, { IntegrationSubtype: 'SQS-SendMessage' }), 'BadRequestException 400: '],
      [
        gateway.send(new DeleteIntegrationCommand({ ApiId, IntegrationId })),
        `ConflictException 409: Cannot delete Integration because it is referenced by the following Routes with Ids: [${route.RouteId}]`,
      ],
      [
        gateway.send(new GetStageCommand({ ApiId, StageName: 'none' })),
        'NotFoundException 404: Invalid stage identifier specified',
      ],
      [
        gateway.send(new DeleteRouteCommand({ ApiId, RouteId: 'nothing' })),
        'NotFoundException 404: Invalid Route identifier specified nothing',
      ],
      [
        gateway.send(new CreateStageCommand({ ApiId, StageName: 'a b' })),
        'BadRequestException 400: Stage name only allows a-zA-Z0-9_- and $default',
      ],
      [
        gateway.send(
          new CreateStageCommand({
            ApiId,
            StageName: 'a',
            RouteSettings: { 'GET /no': { ThrottlingRateLimit: 1 } },
          }),
        ),
        'BadRequestException 400: Unable to find Route by key GET /no within the provided RouteSettings',
      ],
    ];
    const results = await Promise.all(refused.map(([work]) => refusalOf(work)));
    refused.forEach(([, expected], index) => expect(results[index]).toContain(expected));
    const empty = await createApi();
    expect(await refusalOf(gateway.send(new CreateDeploymentCommand({ ApiId: empty })))).toBe(
      'BadRequestException 400: Unable to deploy API because no routes exist in this API',
    );
  });

  it('deploys snapshots, which later changes do not reach', async () => {
    const ApiId = await createApi();
    const { id: IntegrationId, target: Target } = await integrate(ApiId);
    const { RouteId = '' } = await gateway.send(
      new CreateRouteCommand({ ApiId, RouteKey: 'GET /one', Target }),
    );
    await gateway.send(new CreateStageCommand({ ApiId, StageName: 'prod' }));
    expect((await call(ApiId, '/prod/one')).status).toBe(404);
    const first = await gateway.send(
      new CreateDeploymentCommand({ ApiId, StageName: 'prod', Description: 'first' }),
    );
    expect((await call(ApiId, '/prod/one')).status).toBe(200);
    await gateway.send(new UpdateRouteCommand({ ApiId, RouteId, RouteKey: 'GET /two' }));
    await gateway.send(new UpdateIntegrationCommand({ ApiId, IntegrationId, PayloadFormatVersion: '1.0' }));
    expect((await call(ApiId, '/prod/one')).json).toMatchObject({ version: '2.0' });
    const second = await gateway.send(new CreateDeploymentCommand({ ApiId, StageName: 'prod' }));
    expect((await call(ApiId, '/prod/one')).status).toBe(404);
    const remove = (DeploymentId: string | undefined) =>
      gateway.send(new DeleteDeploymentCommand({ ApiId, DeploymentId }));
    expect(await refusalOf(remove(second.DeploymentId))).toBe(
      'BadRequestException 400: Active stages pointing to this deployment must be moved or deleted',
    );
    // Rolled back.
    await gateway.send(
      new UpdateStageCommand({ ApiId, StageName: 'prod', DeploymentId: first.DeploymentId }),
    );
    expect((await call(ApiId, '/prod/one')).status).toBe(200);
    await remove(second.DeploymentId);
  });

  it('keeps tags of APIs and stages, and takes an id from a tag', async () => {
    const ApiId = await createApi({ Tags: { _custom_id_: 'my-own-api', team: 'a' } });
    expect(ApiId).toBe('my-own-api');
    await gateway.send(new CreateStageCommand({ ApiId, StageName: '$default', Tags: { one: '1' } }));
    const ResourceArn = `arn:aws:apigateway:us-east-1::/apis/${ApiId}`;
    await gateway.send(new TagResourceCommand({ ResourceArn, Tags: { team: 'b', more: 'c' } }));
    await gateway.send(new UntagResourceCommand({ ResourceArn, TagKeys: ['more'] }));
    const { Tags } = await gateway.send(new GetTagsCommand({ ResourceArn }));
    expect(Tags).toEqual({ _custom_id_: 'my-own-api', team: 'b' });
    const stage = await gateway.send(new GetTagsCommand({ ResourceArn: `${ResourceArn}/stages/$default` }));
    expect(stage.Tags).toEqual({ one: '1' });
    expect(await refusalOf(createApi({ Tags: { _custom_id_: 'my-own-api' } }))).toMatch(
      /^ConflictException 409/,
    );
  });
});

it('UpdateApi changes what quick create made', async () => {
  const { ApiId = '' } = await gateway.send(
    new CreateApiCommand({ Name: 'quick', ProtocolType: 'HTTP', Target: 'https://example.com' }),
  );
  const partsOf = async () => ({
    routes: (await gateway.send(new GetRoutesCommand({ ApiId }))).Items ?? [],
    integrations: (await gateway.send(new GetIntegrationsCommand({ ApiId }))).Items ?? [],
  });
  const before = await partsOf();
  await gateway.send(new UpdateApiCommand({ ApiId, Target: echo, RouteKey: 'GET /only' }));
  const after = await partsOf();
  expect(after.routes).toMatchObject([{ RouteId: before.routes[0]?.RouteId, RouteKey: 'GET /only' }]);
  expect(after.integrations).toMatchObject([
    {
      IntegrationId: before.integrations[0]?.IntegrationId,
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: echo,
      PayloadFormatVersion: '2.0',
      ApiGatewayManaged: true,
    },
  ]);
  expect((await call(ApiId, '/only')).json).toMatchObject({ routeKey: 'GET /only' });
  expect((await call(ApiId, '/other')).status).toBe(404);
  const plain = await createApi();
  expect(await refusalOf(gateway.send(new UpdateApiCommand({ ApiId: plain, Target: echo })))).toContain(
    'this API has nothing of it',
  );
});
