import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateIntegrationCommand,
  CreateRouteCommand,
  CreateStageCommand,
  type CreateApiCommandInput,
  type CreateIntegrationCommandInput,
} from '@aws-sdk/client-apigatewayv2';
import { AddPermissionCommand } from '@aws-sdk/client-lambda';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { clientsFor, createNodeFunction } from './clients.ts';
import { startProgram } from './program.ts';

export const functionArn = (name: string): string => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;
/** Answers with its event. */
export const echo = functionArn('echo');
/** Does what the JSON in its body says. */
export const said = functionArn('said');

export interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

export interface Sent {
  readonly method?: string;
  readonly host?: string;
  readonly headers?: Record<string, string | string[]>;
  readonly body?: string | Buffer;
}

/** The endpoint as a program, a client for its HTTP APIs, and functions that APIs may call. */
export async function startHttpApis() {
  const program = await startProgram({
    environment: { LAMBDECK_LOOPBACK_INTEGRATIONS: 'on', LAMBDECK_SAMPLES: 'off' },
  });
  const clients = clientsFor(program.ready.url);
  const gateway = new ApiGatewayV2Client({
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

  for (const name of ['echo', 'said', 'tell'])
    await permit(name, 'arn:aws:execute-api:us-east-1:000000000000:*/*/*');

  return {
    program,
    clients,
    gateway,
    permit,
    send,
    call,
    createApi,
    integrate,
    serve,
    async close() {
      clients[Symbol.dispose]();
      gateway.destroy();
      await program[Symbol.asyncDispose]();
    },
  };
}

/** Name, status and message of a refusal. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
  return `${name} ${$metadata?.httpStatusCode}: ${message}`;
}
