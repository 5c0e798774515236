import {
  AddPermissionCommand,
  CreateAliasCommand,
  CreateFunctionUrlConfigCommand,
  GetFunctionCommand,
  InvokeCommand,
  PublishLayerVersionCommand,
  PublishVersionCommand,
  PutFunctionConcurrencyCommand,
  TooManyRequestsException,
  UpdateFunctionCodeCommand,
  UpdateFunctionUrlConfigCommand,
  waitUntilFunctionUpdatedV2,
} from '@aws-sdk/client-lambda';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientsFor, createNodeFunction, invoke, zipOf, type Clients } from './clients.ts';
import { startProgram, type Program } from './program.ts';

let program: Program;
let clients: Clients;

beforeAll(async () => {
  program = await startProgram();
  clients = clientsFor(program.ready.url);
});

afterAll(async () => {
  clients[Symbol.dispose]();
  await program[Symbol.asyncDispose]();
});

const wait = { maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.2 };

describe('versions, aliases and layers', () => {
  it('a version keeps its code, an alias points to it', async () => {
    const { lambda } = clients;
    const FunctionName = 'versions';
    await createNodeFunction(
      clients,
      FunctionName,
      'export const handler = (event, context, done) => done(null, ["one", context.functionVersion]);',
    );
    await lambda.send(new PublishVersionCommand({ FunctionName }));
    await lambda.send(new CreateAliasCommand({ FunctionName, Name: 'live', FunctionVersion: '1' }));
    await lambda.send(
      new UpdateFunctionCodeCommand({
        FunctionName,
        ZipFile: await zipOf({ 'index.mjs': 'export const handler = async () => "two";' }),
      }),
    );
    await waitUntilFunctionUpdatedV2({ client: lambda, ...wait }, { FunctionName });
    expect((await invoke(clients, 'versions')).payload).toBe('two');
    expect((await invoke(clients, 'versions:live')).payload).toEqual(['one', '1']);
  });

  it('layers lie under /opt, later ones over earlier ones', async () => {
    const { lambda } = clients;
    const publish = async (name: string, files: Record<string, string>) => {
      const { LayerVersionArn = '' } = await lambda.send(
        new PublishLayerVersionCommand({ LayerName: name, Content: { ZipFile: await zipOf(files) } }),
      );
      return LayerVersionArn;
    };
    const library = { 'nodejs/node_modules/greet/index.js': 'module.exports = (name) => `hello ${name}`;' };
    const first = await publish('first', { ...library, 'who.txt': 'first', 'a.txt': 'a' });
    const second = await publish('second', { 'who.txt': 'second' });
    const source = `
      const greet = require('greet');
      const { readFileSync } = require('node:fs');
      exports.handler = async () => [greet('layer'), readFileSync('/opt/who.txt', 'utf8'), readFileSync('/opt/a.txt', 'utf8')];`;
    const Code = { ZipFile: await zipOf({ 'index.js': source }) };
    await createNodeFunction(clients, 'layers', '', { Code, Layers: [first, second] });
    const answer = await invoke(clients, 'layers');
    // Without a sandbox of its own a function has no /opt: its layers are found as modules all the same.
    if (program.ready.isolation === 'sandbox') expect(answer.payload).toEqual(['hello layer', 'second', 'a']);
    else expect(JSON.stringify(answer.payload)).not.toContain("Cannot find module 'greet'");
  });
});

describe('reserved concurrency', () => {
  it('of 2 lets exactly two of ten parallel calls run', async () => {
    const { lambda } = clients;
    const FunctionName = 'reserved';
    await createNodeFunction(
      clients,
      FunctionName,
      `import { setTimeout } from 'node:timers/promises';
       export const handler = async ({ ms }) => { await setTimeout(ms); return 'ran'; };`,
    );
    await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 2 }));
    // Longer than it takes to send ten requests, so that all ten overlap.
    const Payload = JSON.stringify({ ms: 2000 });
    const answers = await Promise.allSettled(
      Array.from({ length: 10 }, () => lambda.send(new InvokeCommand({ FunctionName, Payload }))),
    );
    const ran = answers.filter((answer) => answer.status === 'fulfilled');
    expect(ran.map((answer) => answer.value.Payload?.transformToString())).toEqual(['"ran"', '"ran"']);
    for (const answer of answers) {
      if (answer.status === 'fulfilled') continue;
      expect(answer.reason).toBeInstanceOf(TooManyRequestsException);
      expect(answer.reason).toMatchObject({
        Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
        retryAfterSeconds: undefined,
        $metadata: { httpStatusCode: 429 },
      });
    }
    expect((await invoke(clients, FunctionName, { ms: 0 })).payload).toBe('ran');
  });
});

describe('a function', () => {
  it('calls this endpoint as the session of its role that AWS gives it', async () => {
    const FunctionName = 'whoami';
    await createNodeFunction(
      clients,
      FunctionName,
      `export const handler = async () => { const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = process.env; return { accessKeyId, secretAccessKey, sessionToken }; };`,
    );
    const { Configuration } = await clients.lambda.send(new GetFunctionCommand({ FunctionName }));
    const credentials = (await invoke(clients, FunctionName)).payload as Keys;
    const sts = new STSClient({ endpoint: program.ready.url, region: 'us-east-1', credentials });
    const [, role] = Configuration?.Role?.split('role/') ?? [];
    expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: '000000000000',
      Arn: `arn:aws:sts::000000000000:assumed-role/${role}/whoami`,
    });
    sts.destroy();
  });
});

type Keys = { accessKeyId: string; secretAccessKey: string; sessionToken: string };

/** One call to a function URL, by its host name. */
async function callUrl(url: string, options: { method?: string; body?: string } = {}) {
  const { port, host, pathname } = new URL(url);
  const answer = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    // Not every system resolves names under localhost: the address is given, the name goes into Host.
    const headers = { host, 'content-type': 'text/plain', connection: 'close' };
    request({ host: '127.0.0.1', port, path: pathname, method: options.method ?? 'GET', headers }, resolve)
      .on('error', reject)
      .end(options.body);
  });
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

describe('a function URL', () => {
  it('runs its function once the policy lets everyone in, and streams', async () => {
    const { lambda } = clients;
    const FunctionName = 'url';
    await createNodeFunction(
      clients,
      FunctionName,
      `export const handler = async (event) => ({
         statusCode: 201,
         headers: { 'content-type': 'text/plain', 'x-path': event.rawPath },
         body: event.requestContext.http.method + ' ' + (event.body ?? ''),
       });`,
    );
    const { FunctionUrl = '' } = await lambda.send(
      new CreateFunctionUrlConfigCommand({ FunctionName, AuthType: 'NONE' }),
    );
    expect(FunctionUrl).toMatch(/^http:\/\/[a-z0-9]{32}\.lambda-url\.us-east-1\.localhost:\d+\/$/);
    expect((await callUrl(FunctionUrl)).status).toBe(403);
    await lambda.send(
      new AddPermissionCommand({
        FunctionName,
        StatementId: 'public',
        Action: 'lambda:InvokeFunctionUrl',
        Principal: '*',
        FunctionUrlAuthType: 'NONE',
      }),
    );
    expect(await callUrl(`${FunctionUrl}a/b`, { method: 'POST', body: 'x' })).toMatchObject({
      status: 201,
      body: 'POST x',
      headers: { 'content-type': 'text/plain', 'x-path': '/a/b' },
    });

    await lambda.send(
      new UpdateFunctionCodeCommand({
        FunctionName,
        ZipFile: await zipOf({
          'index.mjs': `export const handler = awslambda.streamifyResponse(async (event, stream) => {
            const out = awslambda.HttpResponseStream.from(stream, { statusCode: 202, headers: { 'x-a': 'b' } });
            out.write('one ');
            out.end('two');
          });`,
        }),
      }),
    );
    await waitUntilFunctionUpdatedV2({ client: lambda, ...wait }, { FunctionName });
    await lambda.send(new UpdateFunctionUrlConfigCommand({ FunctionName, InvokeMode: 'RESPONSE_STREAM' }));
    expect(await callUrl(FunctionUrl)).toMatchObject({
      status: 202,
      body: 'one two',
      headers: { 'x-a': 'b', 'transfer-encoding': 'chunked' },
    });
  });

  it('under AWS_IAM refuses callers that did not sign', async () => {
    const { lambda } = clients;
    await createNodeFunction(
      clients,
      'iam-url',
      'export const handler = async (event) => event.requestContext.authorizer.iam.accessKey;',
    );
    const { FunctionUrl = '' } = await lambda.send(
      new CreateFunctionUrlConfigCommand({ FunctionName: 'iam-url', AuthType: 'AWS_IAM' }),
    );
    const answer = await callUrl(FunctionUrl);
    expect([answer.status, answer.headers['x-amzn-errortype']]).toEqual([403, 'AccessDeniedException']);
  });
});
