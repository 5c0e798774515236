import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateDeploymentCommand,
  CreateIntegrationCommand,
  CreateRouteCommand,
  CreateStageCommand,
  DeleteApiCommand,
  DeleteCorsConfigurationCommand,
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
  type CreateApiCommandInput,
  type CreateIntegrationCommandInput,
} from '@aws-sdk/client-apigatewayv2';
import { AddPermissionCommand, RemovePermissionCommand } from '@aws-sdk/client-lambda';
import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientsFor, createNodeFunction, type Clients } from './clients.ts';
import { startProgram, type Program } from './program.ts';

let program: Program;
let clients: Clients;
let gateway: ApiGatewayV2Client;

const functionArn = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;
const echo = functionArn('echo');
const said = functionArn('said');

beforeAll(async () => {
  program = await startProgram({
    environment: { LAMBDECK_LOOPBACK_INTEGRATIONS: 'on', LAMBDECK_SAMPLES: 'off' },
  });
  clients = clientsFor(program.ready.url);
  gateway = new ApiGatewayV2Client({
    endpoint: program.ready.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  await createNodeFunction(clients, 'echo', 'export const handler = async (event) => event;');
  await createNodeFunction(
    clients,
    'said',
    `export const handler = async (event) => {
       const said = JSON.parse(event.body);
       if (said.fail) throw new Error(said.fail);
       if (said.sleepMs) await new Promise((resolve) => setTimeout(resolve, said.sleepMs));
       return said.result;
     };`,
  );
  await createNodeFunction(
    clients,
    'tell',
    `export const handler = async (event) => ({
       statusCode: '200',
       multiValueHeaders: { 'X-Several': ['1'] },
       headers: { 'x-several': 2 },
       body: JSON.stringify(event),
     });`,
  );
  for (const name of ['echo', 'said', 'tell'])
    await permit(name, 'arn:aws:execute-api:us-east-1:000000000000:*/*/*');
}, 30_000);

afterAll(async () => {
  clients[Symbol.dispose]();
  gateway.destroy();
  await program[Symbol.asyncDispose]();
});

async function permit(name: string, sourceArn: string): Promise<void> {
  await clients.lambda.send(
    new AddPermissionCommand({
      FunctionName: name,
      StatementId: 'gateway',
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
      SourceArn: sourceArn,
    }),
  );
}

interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

interface Sent {
  readonly method?: string;
  readonly host?: string;
  readonly headers?: Record<string, string | string[]>;
  readonly body?: string | Buffer;
}

/** A request as it stands: no client in between makes the path or the headers nicer. */
function send(path: string, sent: Sent = {}): Promise<Received> {
  return new Promise((resolve, reject) => {
    const headers = { ...(sent.host !== undefined && { host: sent.host }), ...sent.headers };
    const { port } = program.ready;
    const request = httpRequest(
      { host: '127.0.0.1', port, path, method: sent.method ?? 'GET', headers, agent: false },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('error', reject);
        response.on('end', () => {
          const body = Buffer.concat(pieces);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body,
            text: body.toString(),
            get json() {
              return JSON.parse(body.toString()) as Record<string, unknown>;
            },
          });
        });
      },
    );
    request.on('error', reject);
    request.end(sent.body);
  });
}

/** Calls an API in the host form. */
const call = (apiId: string, path: string, sent: Sent = {}) =>
  send(path, { ...sent, host: `${apiId}.execute-api.localhost:${program.ready.port}` });

async function createApi(input: Partial<CreateApiCommandInput> = {}): Promise<string> {
  const created = await gateway.send(new CreateApiCommand({ Name: 'api', ProtocolType: 'HTTP', ...input }));
  return created.ApiId ?? '';
}

async function integrate(
  ApiId: string,
  input: Partial<CreateIntegrationCommandInput> = {},
): Promise<{ id: string; target: string }> {
  const { IntegrationId: id = '' } = await gateway.send(
    new CreateIntegrationCommand({
      ApiId,
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: echo,
      PayloadFormatVersion: '2.0',
      ...input,
    }),
  );
  return { id, target: `integrations/${id}` };
}

/** An API with routes to one integration, and a stage that deploys by itself. */
async function serve(
  routeKeys: readonly string[],
  input: Partial<CreateIntegrationCommandInput> = {},
  stage = '$default',
): Promise<string> {
  const ApiId = await createApi();
  const { target: Target } = await integrate(ApiId, input);
  for (const RouteKey of routeKeys) await gateway.send(new CreateRouteCommand({ ApiId, RouteKey, Target }));
  await gateway.send(new CreateStageCommand({ ApiId, StageName: stage, AutoDeploy: true }));
  return ApiId;
}

/** Name, status and message of a refusal. */
async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
  return `${name} ${$metadata?.httpStatusCode}: ${message}`;
}

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
      [createApi({ ProtocolType: 'WEBSOCKET' }), 'NotImplemented 501: '],
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
        gateway.send(new CreateRouteCommand({ ApiId, RouteKey: 'GET /x', AuthorizationType: 'AWS_IAM' })),
        'NotImplemented 501: ',
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
      [integrate(ApiId, { IntegrationSubtype: 'SQS-SendMessage' }), 'NotImplemented 501: '],
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

describe('a call', () => {
  it('becomes an event of format 2.0', async () => {
    const ApiId = await serve(['POST /pets/{id}'], {}, 'dev');
    await gateway.send(new UpdateStageCommand({ ApiId, StageName: 'dev', StageVariables: { k: 'v' } }));
    const host = `${ApiId}.execute-api.localhost:${program.ready.port}`;
    const { json, headers } = await call(ApiId, '/dev/pets/a%20b?a=1&a=2&c=%2F', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: 'c1=v1; c2=v2',
        'X-Two': ['1', '2'],
        'user-agent': 'u',
      },
      body: '{"x":1}',
    });
    const requestId = headers['apigw-requestid'];
    expect(requestId).toMatch(/^[\w-]{15}=$/);
    expect(json).toEqual({
      version: '2.0',
      routeKey: 'POST /pets/{id}',
      rawPath: '/dev/pets/a b',
      rawQueryString: 'a=1&a=2&c=%2F',
      cookies: ['c1=v1', 'c2=v2'],
      headers: {
        'content-type': 'application/json',
        'content-length': '7',
        'x-two': '1,2',
        'user-agent': 'u',
        host,
        'x-amzn-trace-id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/) as string,
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-port': String(program.ready.port),
        'x-forwarded-proto': 'http',
      },
      queryStringParameters: { a: '1,2', c: '/' },
      requestContext: {
        accountId: '000000000000',
        apiId: ApiId,
        domainName: host,
        domainPrefix: ApiId,
        http: {
          method: 'POST',
          path: '/dev/pets/a b',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'u',
        },
        requestId,
        routeKey: 'POST /pets/{id}',
        stage: 'dev',
        time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/) as string,
        timeEpoch: expect.any(Number) as number,
      },
      body: '{"x":1}',
      pathParameters: { id: 'a b' },
      isBase64Encoded: false,
      stageVariables: { k: 'v' },
    });
  });

  it('becomes an event of format 1.0', async () => {
    const integration = { PayloadFormatVersion: '1.0', IntegrationUri: functionArn('tell') };
    const ApiId = await serve(['ANY /pets/{proxy+}'], integration, 'dev');
    const answer = await call(ApiId, '/dev/pets/1?a=1&a=2', {
      headers: { 'x-two': ['1', '2'], cookie: 'c=v' },
    });
    expect(answer.headers['x-several']).toBe('1, 2');
    expect(answer.json).toMatchObject({
      version: '1.0',
      resource: '/pets/{proxy+}',
      path: '/dev/pets/1',
      httpMethod: 'GET',
      headers: { 'x-two': '2', cookie: 'c=v' },
      multiValueHeaders: { 'x-two': ['1', '2'], 'x-forwarded-for': ['127.0.0.1'] },
      queryStringParameters: { a: '2' },
      multiValueQueryStringParameters: { a: ['1', '2'] },
      requestContext: {
        apiId: ApiId,
        authorizer: { claims: null, scopes: null },
        identity: { sourceIp: '127.0.0.1', accessKey: null },
        extendedRequestId: answer.headers['apigw-requestid'],
        resourcePath: '/pets/{proxy+}',
        path: '/dev/pets/1',
        stage: 'dev',
      },
      pathParameters: { proxy: '1' },
      stageVariables: null,
      body: null,
      isBase64Encoded: false,
    });
    // An event is no response of format 1.0, which knows no such members.
    const other = await serve(['$default'], { PayloadFormatVersion: '1.0' });
    expect(await call(other, '/')).toMatchObject({
      status: 500,
      text: '{"message":"Internal Server Error"}',
    });
  });

  const json = { 'content-type': 'application/json' };

  it('finds the best route', async () => {
    const keys = ['GET /pets/dog/1', 'GET /pets/dog/{id}', 'GET /pets/{proxy+}', 'ANY /{proxy+}', '$default'];
    const ApiId = await serve(keys);
    const routeOf = async (path: string, method = 'GET') =>
      (await call(ApiId, path, { method })).json['routeKey'];
    expect(await routeOf('/pets/dog/1')).toBe('GET /pets/dog/1');
    expect(await routeOf('/pets/dog/2')).toBe('GET /pets/dog/{id}');
    expect(await routeOf('/pets/cat/1')).toBe('GET /pets/{proxy+}');
    expect(await routeOf('/test/5', 'POST')).toBe('ANY /{proxy+}');
    expect(await routeOf('/')).toBe('$default');
    const { json: event } = await call(ApiId, '/pets/cat/1%2F2');
    expect(event).toMatchObject({ pathParameters: { proxy: 'cat/1/2' } });
    expect((await call(ApiId, '/%zz')).json).toEqual({ message: 'Bad Request' });
  });

  it('may take the path form, with and without the name of $default', async () => {
    const ApiId = await serve(['GET /a']);
    for (const path of ['/a', '/$default/a', '/%24default/a']) {
      const { json: event, status } = await send(`/_aws/execute-api/${ApiId}${path}`);
      expect([status, event['rawPath']]).toEqual([200, '/a']);
    }
    expect((await send(`/_aws/execute-api/${ApiId}/b`)).json).toEqual({ message: 'Not Found' });
    expect((await send(`/_aws/execute-api/${ApiId}`)).status).toBe(404);
    expect((await call('nothing', '/')).json).toEqual({ message: 'Not Found' });
  });

  it('carries bytes both ways', async () => {
    const ApiId = await serve(['POST /bytes'], { IntegrationUri: said });
    const bytes = Buffer.from([0, 255, 128, 10]);
    const result = {
      statusCode: 200,
      headers: { 'content-type': 'image/png' },
      body: bytes.toString('base64'),
      isBase64Encoded: true,
    };
    const answer = await call(ApiId, '/bytes', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ result }),
    });
    expect(answer.body).toEqual(bytes);
    const other = await serve(['POST /bytes']);
    const { json: event } = await call(other, '/bytes', { method: 'POST', body: bytes });
    expect(event).toMatchObject({ body: bytes.toString('base64'), isBase64Encoded: true });
  });

  it.each<[unknown, number, string, string | undefined]>([
    [{ statusCode: 201, body: 'made' }, 201, 'made', 'text/plain; charset=utf-8'],
    [{ a: 1 }, 200, '{"a":1}', 'application/json'],
    ['text', 200, 'text', 'application/json'],
    [{ statusCode: 'abc' }, 500, '{"message":"Internal Server Error"}', 'application/json'],
    [
      { statusCode: 200, headers: { 'bad name': 'x' } },
      500,
      '{"message":"Internal Server Error"}',
      'application/json',
    ],
  ])('answers %j with %i', async (result, status, text, type) => {
    const ApiId = await serve(['$default'], { IntegrationUri: said });
    const answer = await call(ApiId, '/', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ result }),
    });
    expect([answer.status, answer.text, answer.headers['content-type']]).toEqual([status, text, type]);
  });

  it('keeps every cookie, and fails as AWS does', async () => {
    const ApiId = await serve(['$default'], { IntegrationUri: said, TimeoutInMillis: 300 });
    const post = (value: unknown) =>
      call(ApiId, '/', { method: 'POST', headers: json, body: JSON.stringify(value) });
    const cookies = ['a=1; Path=/', 'b=2'];
    expect((await post({ result: { statusCode: 200, cookies } })).headers['set-cookie']).toEqual(cookies);
    expect(await post({ fail: 'no' })).toMatchObject({
      status: 500,
      text: '{"message":"Internal Server Error"}',
    });
    expect(await post({ sleepMs: 2000 })).toMatchObject({
      status: 503,
      text: '{"message":"Service Unavailable"}',
    });
    const large = await call(ApiId, '/', {
      method: 'POST',
      headers: json,
      body: Buffer.alloc(10_485_761, 'x'),
    });
    expect(large).toMatchObject({ status: 413, text: '{"message":"Request Entity Too Large"}' });
  });

  it('needs the function to let the API in', async () => {
    await createNodeFunction(clients, 'shy', 'export const handler = async () => "in";');
    const ApiId = await serve(['GET /a/{b}', '$default'], { IntegrationUri: functionArn('shy') }, 'dev');
    expect((await call(ApiId, '/dev/a/b')).json).toEqual({ message: 'Internal Server Error' });
    await permit('shy', `arn:aws:execute-api:us-east-1:000000000000:${ApiId}/*/GET/a/{b}`);
    expect((await call(ApiId, '/dev/a/b')).text).toBe('in');
    expect((await call(ApiId, '/dev/other')).status).toBe(500);
    await clients.lambda.send(new RemovePermissionCommand({ FunctionName: 'shy', StatementId: 'gateway' }));
    await permit('shy', `arn:aws:execute-api:us-east-1:000000000000:${ApiId}/*/$default`);
    expect((await call(ApiId, '/dev/other')).text).toBe('in');
    expect((await call(ApiId, '/dev/a/b')).status).toBe(500);
  });

  it('finds its function by stage variables', async () => {
    const ApiId = await serve(['GET /'], { IntegrationUri: functionArn('${stageVariables.fn}') });
    expect((await call(ApiId, '/')).status).toBe(500);
    await gateway.send(
      new UpdateStageCommand({ ApiId, StageName: '$default', StageVariables: { fn: 'echo' } }),
    );
    expect((await call(ApiId, '/')).status).toBe(200);
  });
});

describe('CORS', () => {
  it('is answered by the API, whose headers replace those of the back end', async () => {
    const ApiId = await serve(['POST /a'], { IntegrationUri: said });
    const CorsConfiguration = {
      AllowOrigins: ['https://a.example'],
      AllowMethods: ['POST'],
      AllowHeaders: ['x-one'],
      ExposeHeaders: ['x-two'],
      MaxAge: 60,
      AllowCredentials: true,
    };
    await gateway.send(new UpdateApiCommand({ ApiId, CorsConfiguration }));
    const ask = (origin: string) =>
      call(ApiId, '/a', { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });
    const allowed = await ask('https://a.example');
    expect(allowed.status).toBe(204);
    expect(allowed.headers).toMatchObject({
      'access-control-allow-origin': 'https://a.example',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'x-one',
      'access-control-allow-credentials': 'true',
      'access-control-max-age': '60',
    });
    const other = await ask('https://b.example');
    expect([other.status, other.headers['access-control-allow-origin']]).toEqual([204, undefined]);
    const result = { statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' } };
    const body = JSON.stringify({ result });
    const headers = { 'content-type': 'application/json', origin: 'https://a.example' };
    expect((await call(ApiId, '/a', { method: 'POST', headers, body })).headers).toMatchObject({
      'access-control-allow-origin': 'https://a.example',
      'access-control-expose-headers': 'x-two',
    });
    await gateway.send(new DeleteCorsConfigurationCommand({ ApiId }));
    expect((await ask('https://a.example')).status).toBe(404);
    const without = await call(ApiId, '/a', { method: 'POST', headers, body });
    expect(without.headers['access-control-allow-origin']).toBe('*');
  });
});

describe('an HTTP back end', () => {
  let backEnd: Server;
  let address: string;
  const seen: {
    method: string | undefined;
    url: string | undefined;
    headers: IncomingHttpHeaders;
    body: string;
  }[] = [];

  beforeAll(async () => {
    backEnd = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const { method, url, headers } = request;
        seen.push({ method, url, headers, body: Buffer.concat(pieces).toString() });
        if (url?.includes('hang')) return;
        if (url?.includes('close')) {
          request.socket.destroy();
          return;
        }
        if (url?.includes('garbage')) {
          request.socket.end('this is no HTTP\r\n\r\n');
          return;
        }
        if (url?.includes('large')) {
          const piece = Buffer.alloc(1_048_576);
          let left = 100;
          const more = (): void => {
            while (left > 0 && response.write(piece)) left -= 1;
            if (left > 0) response.once('drain', more);
            else response.end();
          };
          more();
          return;
        }
        response.writeHead(418, { 'x-from': 'back end', 'set-cookie': ['a=1', 'b=2'] });
        response.end('tea');
      });
    });
    await new Promise<void>((resolve) => backEnd.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(backEnd.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    backEnd.closeAllConnections();
    backEnd.close();
  });

  const proxy = (uri: string, more: Partial<CreateIntegrationCommandInput> = {}) =>
    ({
      IntegrationType: 'HTTP_PROXY',
      IntegrationMethod: 'ANY',
      PayloadFormatVersion: '1.0',
      IntegrationUri: uri,
      ...more,
    }) as const;

  it('gets the request and gives the answer, as they are', async () => {
    const ApiId = await serve(['ANY /x/{proxy+}'], proxy(`${address}/base/{proxy}?own=1`), 'dev');
    const answer = await call(ApiId, '/dev/x/a/../b%20c?q=1', {
      method: 'PATCH',
      headers: { 'x-mine': 'yes', 'content-type': 'text/plain' },
      body: 'hello',
    });
    expect([answer.status, answer.text, answer.headers['x-from']]).toEqual([418, 'tea', 'back end']);
    expect(answer.headers['set-cookie']).toEqual(['a=1', 'b=2']);
    expect(seen.at(-1)).toMatchObject({
      method: 'PATCH',
      // Dots from a caller do not climb out of the base.
      url: '/base/a/%252E%252E/b%20c?own=1&q=1',
      body: 'hello',
      headers: { 'x-mine': 'yes', host: address.slice('http://'.length), via: 'HTTP/1.1 AmazonAPIGateway' },
    });
  });

  it('gets the rest of the path where its address has no place for it', async () => {
    const ApiId = await serve(['$default'], proxy(`${address}/base`));
    await call(ApiId, '/a/b');
    expect(seen.at(-1)?.url).toBe('/base/a/b');
  });

  it.each([
    ['/hang', 503, 'Service Unavailable'],
    ['/close', 503, 'Service Unavailable'],
    ['/garbage', 503, 'Service Unavailable'],
    ['/large', 500, 'Internal Server Error'],
  ])('that fails at %s is %i', async (path, status, message) => {
    const ApiId = await serve(['GET /{proxy+}'], proxy(`${address}/{proxy}`, { TimeoutInMillis: 400 }));
    const answer = await call(ApiId, path);
    expect([answer.status, answer.json]).toEqual([status, { message }]);
  });

  it('that nobody may call is not called', async () => {
    for (const uri of ['http://169.254.169.254/latest', 'http://[fe80::1]/', 'http://0.0.0.0:1/']) {
      const ApiId = await serve(['$default'], proxy(uri));
      expect((await call(ApiId, '/')).json).toEqual({ message: 'Internal Server Error' });
    }
  });
});
