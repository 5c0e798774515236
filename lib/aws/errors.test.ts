import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { GetRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { toConsoleError } from '@/lib/aws/errors';
import { ConnectionError } from '@/lib/connections/connection';
import type { ConsoleError } from '@/lib/domain/console-error';

vi.hoisted(() => {
  process.env['LAMBDECK_LOG_LEVEL'] = 'silent';
});

type Answer = (response: http.ServerResponse) => void;
let answer: Answer = (response) => response.end();
let endpoint = '';
const server = http.createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    answer(response);
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const common = (url: string) => ({
  region: 'us-east-1',
  endpoint: url,
  maxAttempts: 1,
  credentials: { accessKeyId: 'k', secretAccessKey: 's' },
  requestHandler: { connectionTimeout: 500, requestTimeout: 200, throwOnRequestTimeout: true },
});
const calls = {
  lambda: (url: string) => new LambdaClient(common(url)).send(new ListFunctionsCommand({})),
  logs: (url: string) => new CloudWatchLogsClient(common(url)).send(new DescribeLogGroupsCommand({})),
  iam: (url: string) => new IAMClient(common(url)).send(new GetRoleCommand({ RoleName: 'r' })),
  sts: (url: string) => new STSClient(common(url)).send(new GetCallerIdentityCommand({})),
};
const fields = {
  timeout: 'timeoutSeconds',
  MemorySize: 'memoryMb',
  'vpcConfig.subnetIds': 'subnets',
  'fileSystemConfigs.localMountPath': 'mountPath',
  role: 'role',
};

/** What the console makes of an answer to a real client. */
async function failureOf(how: Answer, call = calls.lambda, url = endpoint): Promise<ConsoleError> {
  answer = how;
  const error: unknown = await call(url).then(
    () => new Error('it was answered'),
    (reason: unknown) => reason,
  );
  return toConsoleError(error, { operation: 'lambda:Test', fields });
}

const lambdaSays =
  (status: number, name: string, message: string): Answer =>
  (response) => {
    response.writeHead(status, { 'x-amzn-errortype': name, 'x-amzn-requestid': 'req-1' });
    response.end(JSON.stringify({ Type: 'User', Message: message }));
  };
const html =
  (status: number): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'text/html' });
    response.end('<!doctype html><html><body><p>Welcome</body></html>');
  };

describe('answers of AWS', () => {
  it.each([
    [404, 'ResourceNotFoundException', 'not-found'],
    [409, 'ResourceConflictException', 'conflict'],
    [412, 'PreconditionFailedException', 'conflict'],
    [400, 'InvalidParameterValueException', 'invalid'],
    [429, 'TooManyRequestsException', 'throttled'],
    [400, 'ThrottlingException', 'throttled'],
    [400, 'CodeStorageExceededException', 'quota'],
    [403, 'AccessDeniedException', 'denied'],
    [403, 'InvalidSignatureException', 'denied'],
    [501, 'NotImplemented', 'unsupported'],
    [404, 'UnknownOperationException', 'unsupported'],
    [403, 'SomethingNewException', 'denied'],
    [400, 'SomethingNewException', 'invalid'],
    [503, 'ServiceUnavailable', 'unreachable'],
    [500, 'ServiceException', 'failed'],
    [404, 'AccessPointNotFound', 'not-found'],
    [400, 'InvalidVpcID.NotFound', 'not-found'],
    [404, 'DBProxyNotFoundFault', 'not-found'],
    [404, 'NoSuchBucket', 'not-found'],
    [409, 'FileSystemAlreadyExists', 'conflict'],
  ])('%i %s is %s', async (status, name, kind) => {
    expect(await failureOf(lambdaSays(status, name, 'The words of AWS.'))).toMatchObject({
      kind,
      message: 'The words of AWS.',
      awsErrorName: name,
      requestId: 'req-1',
      operation: 'lambda:Test',
    });
  });

  it.each([
    [
      "1 validation error detected: Value '1000' at 'timeout' failed to satisfy constraint: Member must have value less than or equal to 900",
      'timeoutSeconds',
    ],
    [
      "'MemorySize' value failed to satisfy constraint: Member must have value less than or equal to 3008",
      'memoryMb',
    ],
    [
      "1 validation error detected: Value '[x]' at 'vpcConfig.subnetIds.1.member' failed to satisfy constraint: …",
      'subnets',
    ],
    [
      "1 validation error detected: Value '/tmp/a' at 'fileSystemConfigs.1.member.localMountPath' failed to satisfy constraint: …",
      'mountPath',
    ],
    ['The role defined for the function cannot be assumed by Lambda.', 'role'],
    ["1 validation error detected: Value 'x' at 'handler' failed to satisfy constraint: …", undefined],
    ['Something else is wrong.', undefined],
  ])('finds the field of %j', async (message, field) => {
    const error = await failureOf(lambdaSays(400, 'InvalidParameterValueException', message));
    expect(error).toMatchObject({ kind: 'invalid', message });
    expect(error.field).toBe(field);
  });

  it('reads the other protocols too', async () => {
    const xml =
      (code: string, status: number): Answer =>
      (response) => {
        response.writeHead(status, { 'content-type': 'text/xml' });
        response.end(
          `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>Words.</Message></Error><RequestId>q</RequestId></ErrorResponse>`,
        );
      };
    const json: Answer = (response) => {
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify({ __type: 'ResourceNotFoundException', message: 'No such group.' }));
    };
    expect(await failureOf(xml('NoSuchEntity', 404), calls.iam)).toMatchObject({ kind: 'not-found' });
    expect(await failureOf(xml('ExpiredToken', 403), calls.sts)).toMatchObject({ kind: 'denied' });
    expect(await failureOf(json, calls.logs)).toMatchObject({ kind: 'not-found', message: 'No such group.' });
  });
});

describe('answers that are not of AWS', () => {
  it.each(Object.entries(calls))(
    '%s: a website with status 200 is unreachable, and says what to check',
    async (_name, call) => {
      const error = await failureOf(html(200), call);
      expect(error.kind).toBe('unreachable');
      expect(error.message).toContain('not an answer of AWS');
    },
  );
  it.each([404, 405, 501])('a website with status %i does not have the operation', async (status) => {
    expect((await failureOf(html(status))).kind).toBe('unsupported');
  });
  it('a website with status 502 is unreachable', async () => {
    expect((await failureOf(html(502))).kind).toBe('unreachable');
  });
  it('an empty 404 does not have the operation', async () => {
    expect((await failureOf((response) => response.writeHead(404).end())).kind).toBe('unsupported');
  });
  it('half an answer is unreachable', async () => {
    const half: Answer = (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"Functions": [');
      setImmediate(() => response.destroy());
    };
    expect((await failureOf(half)).kind).toBe('unreachable');
  });
  it('a connection that breaks before the answer is unreachable', async () => {
    expect(await failureOf((response) => response.destroy())).toMatchObject({
      kind: 'unreachable',
      awsErrorName: 'ECONNRESET',
    });
  });
});

describe('no answer', () => {
  it('nobody listens', async () => {
    const error = await failureOf(() => undefined, calls.lambda, 'http://127.0.0.1:1');
    expect(error).toMatchObject({ kind: 'unreachable', awsErrorName: 'ECONNREFUSED' });
  });
  it('nobody answers in time', async () => {
    expect(await failureOf(() => undefined)).toMatchObject({ kind: 'unreachable' });
  });
  it('the caller stops waiting', async () => {
    answer = () => undefined;
    const client = new LambdaClient(common(endpoint));
    const error: unknown = await client
      .send(new ListFunctionsCommand({}), { abortSignal: AbortSignal.timeout(20) })
      .catch((reason: unknown) => reason);
    expect(toConsoleError(error, { operation: 'o' }).kind).toBe('unreachable');
  });
  it('the name does not exist', async () => {
    const error = await failureOf(() => undefined, calls.lambda, 'http://nowhere.invalid');
    expect(error.kind).toBe('unreachable');
  });
  it('TLS to a port that does not speak it', async () => {
    const error = await failureOf(() => undefined, calls.lambda, endpoint.replace('http:', 'https:'));
    expect(error.kind).toBe('unreachable');
  });
});

describe('our own', () => {
  it('reads a connection that cannot be used', () => {
    const error = new ConnectionError('address-refused', 'This address is private.');
    expect(toConsoleError(error, { operation: 'o' })).toMatchObject({
      kind: 'denied',
      message: error.message,
    });
  });
  it('keeps everything else back and gives a reference', () => {
    for (const surprise of [
      new TypeError('internal detail'),
      'text',
      undefined,
      { message: 'internal detail' },
    ]) {
      const error = toConsoleError(surprise, { operation: 'o' });
      expect(error.kind).toBe('unexpected');
      expect(error.reference).toMatch(/^[0-9a-f-]{36}$/);
      expect(JSON.stringify(error)).not.toContain('internal detail');
    }
  });
});
