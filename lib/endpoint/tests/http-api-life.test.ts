import { ApiGatewayV2Client, CreateApiCommand } from '@aws-sdk/client-apigatewayv2';
import { AddPermissionCommand } from '@aws-sdk/client-lambda';
import net from 'node:net';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { clientsFor, createNodeFunction } from './clients.ts';
import { findBoto3, runClient } from './other-clients.ts';
import { startProgram, temporaryFolder, type Program } from './program.ts';

const echo = 'arn:aws:lambda:us-east-1:000000000000:function:echo';
const environment = { LAMBDECK_SAMPLES: 'off' };

async function addEcho(program: Program): Promise<void> {
  using clients = clientsFor(program.ready.url);
  await createNodeFunction(clients, 'echo', 'export const handler = async (event) => event;');
  await clients.lambda.send(
    new AddPermissionCommand({
      FunctionName: 'echo',
      StatementId: 'gateway',
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
    }),
  );
}

async function quickApi(program: Program): Promise<string> {
  const gateway = new ApiGatewayV2Client({
    endpoint: program.ready.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const { ApiId = '' } = await gateway.send(
    new CreateApiCommand({ Name: 'kept', ProtocolType: 'HTTP', Target: echo }),
  );
  gateway.destroy();
  return ApiId;
}

it('an API answers again after the endpoint was killed', async () => {
  const parent = await temporaryFolder();
  const folder = path.join(parent, 'data');
  let program = await startProgram({ folder, environment });
  await addEcho(program);
  const apiId = await quickApi(program);
  await program.end('SIGKILL');
  program = await startProgram({ folder, environment });
  const answer = await fetch(`${program.ready.url}/_aws/execute-api/${apiId}/still/there`);
  expect([answer.status, await answer.json()]).toMatchObject([200, { rawPath: '/still/there' }]);
  await program.end();
  await rm(parent, { recursive: true, force: true });
}, 30_000);

/** A generator of numbers that is the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

/** A caller that hangs up when nothing came for this long: some requests here promise bodies that never end. */
const patienceMs = 400;

/** Sends bytes and gives what came back until either side closed. */
function exchange(port: number, bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: '127.0.0.1', port });
    const pieces: Buffer[] = [];
    const end = (): void => {
      socket.destroy();
      resolve(Buffer.concat(pieces).toString('latin1'));
    };
    // eslint-disable-next-line lambdeck/no-sleep-in-tests -- the socket's own limit for silence, nothing waits for it
    socket.setTimeout(patienceMs, () => socket.end());
    socket.on('data', (piece: Buffer) => pieces.push(piece));
    socket.on('close', end);
    socket.on('error', end);
    socket.write(bytes);
  });
}

it('two thousand malformed requests neither crash nor hang it', async () => {
  await using program = await startProgram({ environment });
  await addEcho(program);
  const apiId = await quickApi(program);
  const pick = numbers(20_261_127);
  const from = <Item>(items: readonly Item[]): Item => items[pick(items.length)] as Item;
  const paths = [
    '/',
    '//',
    '/..',
    '/%',
    '/%zz',
    '/%00',
    '/%ff%fe',
    '/a/../../b',
    '/\u00e9',
    `/${'a/'.repeat(400)}`,
  ];
  const queries = [
    '',
    '?',
    '?a',
    '?=&=',
    '?a=%',
    '?%zz=%ff',
    `?${'a=1&'.repeat(500)}`,
    '?__proto__=1&constructor=2',
  ];
  const methods = ['GET', 'POST', 'OPTIONS', 'HEAD', 'PURGE', 'get'];
  const headers = [
    'content-type: application/json',
    'content-type: ;;;',
    'content-length: 3',
    'content-length: 99999999999',
    'content-length: -1',
    'transfer-encoding: chunked',
    'cookie: ;;; =; a',
    '__proto__: x',
    'constructor: y',
    'x-amzn-trace-id: \u0001',
    'origin: null',
    'access-control-request-method: GET',
    'expect: 100-continue',
    'x: \u00ff',
  ];
  const bodies = ['', 'abc', '5\r\nhello\r\n0\r\n\r\n', 'zz\r\n', '\u0000\u0001'];
  const one = (): Buffer => {
    const lines = [
      `${from(methods)} /_aws/execute-api/${apiId}${from(paths)}${from(queries)} HTTP/1.1`,
      'host: localhost',
    ];
    for (let count = pick(4); count > 0; count -= 1) lines.push(from(headers));
    return Buffer.from(`${lines.join('\r\n')}\r\nconnection: close\r\n\r\n${from(bodies)}`, 'latin1');
  };
  const statuses = new Map<string, number>();
  for (let round = 0; round < 20; round += 1) {
    const answers = await Promise.all(Array.from({ length: 100 }, () => exchange(program.ready.port, one())));
    for (const answer of answers) {
      const status = /^HTTP\/1\.1 ([2-9]\d\d)/m.exec(answer)?.[1] ?? answer.slice(0, 20);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  }
  expect(
    [...statuses.keys()].filter(
      (status) => !['', '200', '204', '400', '404', '413', 'HTTP/1.1 100 Continu'].includes(status),
    ),
  ).toEqual([]);
  expect(statuses.get('200')).toBeGreaterThan(100);
  const answer = await fetch(`${program.ready.url}/_aws/execute-api/${apiId}/fine`);
  expect(answer.status).toBe(200);
  // A caller that hangs up is no failure of ours.
  expect(program.errors().match(/A request failed/g)?.length ?? 0).toBe(0);
}, 60_000);

const boto3 = await findBoto3();

it.skipIf('problem' in boto3)(
  'boto3 makes an API and reads it back',
  async () => {
    if ('problem' in boto3) return;
    await using program = await startProgram({ environment });
    await addEcho(program);
    const script = `
import boto3, json, urllib.request
gateway = boto3.client('apigatewayv2', endpoint_url='${program.ready.url}')
api = gateway.create_api(Name='py', ProtocolType='HTTP', CorsConfiguration={'AllowOrigins': ['*'], 'MaxAge': 5})
id = api['ApiId']
target = gateway.create_integration(ApiId=id, IntegrationType='AWS_PROXY', IntegrationUri='${echo}', PayloadFormatVersion='2.0')['IntegrationId']
route = gateway.create_route(ApiId=id, RouteKey='GET /a/{b}', Target='integrations/' + target)
gateway.create_stage(ApiId=id, StageName='$default', AutoDeploy=True)
stage = gateway.get_stage(ApiId=id, StageName='$default')
try:
    gateway.get_route(ApiId=id, RouteId='none')
    missing = None
except gateway.exceptions.NotFoundException as error:
    missing = str(error)
with urllib.request.urlopen('${program.ready.url}/_aws/execute-api/' + id + '/a/1') as answer:
    event = json.load(answer)
gateway.delete_api(ApiId=id)
print(json.dumps([api['CorsConfiguration'], stage['AutoDeploy'], stage['CreatedDate'].year > 2000, missing, event['pathParameters'], gateway.get_apis()['Items']]))
`;
    const { kind, output, errors } = await runClient(boto3.python, ['-c', script]);
    expect([kind, errors]).toEqual(['done', '']);
    expect(JSON.parse(output)).toEqual([
      { AllowOrigins: ['*'], MaxAge: 5 },
      true,
      true,
      'An error occurred (NotFoundException) when calling the GetRoute operation: Invalid Route identifier specified none',
      { b: '1' },
      [],
    ]);
  },
  60_000,
);
