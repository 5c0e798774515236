import {
  CreateFunctionCommand,
  InvalidRuntimeException,
  PublishLayerVersionCommand,
  waitUntilFunctionActiveV2,
  type CreateFunctionCommandInput,
} from '@aws-sdk/client-lambda';
import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ZipFile } from 'yazl';
import { clientsFor, createNodeFunction, invoke, roleArn, zipOf, type Clients } from './clients.ts';
import { startProgram, type Program } from './program.ts';

const run = promisify(execFile);
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

async function create(name: string, more: Partial<CreateFunctionCommandInput>): Promise<void> {
  const input = { FunctionName: name, Role: roleArn, Handler: 'unused', Code: {}, Timeout: 15, ...more };
  await clients.lambda.send(new CreateFunctionCommand(input));
  await waitUntilFunctionActiveV2(
    { client: clients.lambda, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.2 },
    { FunctionName: name },
  );
}

async function logged(name: string, text: string): Promise<string[]> {
  return vi.waitFor(async () => {
    const { events = [] } = await clients.logs.send(
      new FilterLogEventsCommand({ logGroupName: `/aws/lambda/${name}`, filterPattern: `"${text}"` }),
    );
    expect(events).not.toHaveLength(0);
    return events.map((event) => event.message ?? '');
  }, 5000);
}

describe('other languages, over the API', () => {
  it('Java runs from an uploaded jar', async ({ skip }) => {
    const folder = path.join(program.folder, '..', 'java');
    await mkdir(path.join(folder, 'classes'), { recursive: true });
    const source = `package example; import java.util.*;
public class Hello { public Map<String, Object> greet(Map<String, Object> event) { System.out.println("greeting"); if (event.isEmpty()) throw new IllegalArgumentException("nobody"); return Collections.singletonMap("hello", event.get("name")); } }`;
    await writeFile(path.join(folder, 'Hello.java'), source);
    const jar = path.join(folder, 'hello.jar');
    try {
      await run('javac', [
        '--release',
        '17',
        '-d',
        path.join(folder, 'classes'),
        path.join(folder, 'Hello.java'),
      ]);
      await run('jar', ['--create', '--file', jar, '-C', path.join(folder, 'classes'), '.']);
    } catch (error) {
      console.warn(`The test with Java is skipped, since it cannot be compiled here: ${String(error)}`);
      return skip();
    }
    await create('greeter', {
      Runtime: 'java17',
      Handler: 'example.Hello::greet',
      MemorySize: 256,
      Code: { ZipFile: await readFile(jar) },
    });
    expect(await invoke(clients, 'greeter', { name: 'Ada' })).toMatchObject({ payload: { hello: 'Ada' } });
    expect(await invoke(clients, 'greeter', {})).toMatchObject({
      functionError: 'Unhandled',
      payload: { errorMessage: 'nobody', errorType: 'java.lang.IllegalArgumentException' },
    });
    expect(await logged('greeter', 'greeting')).toEqual(['greeting\n', 'greeting\n']);
  }, 60_000);

  it('a language that is not installed is refused with what to install', async () => {
    await create('nothere', {
      Runtime: 'dotnet10',
      Handler: 'Shop',
      Code: { ZipFile: await zipOf({ 'Shop.dll': '' }) },
    });
    if (program.ready.runtimes.some(({ version }) => version.startsWith('.NET'))) return;
    const refusal = await invoke(clients, 'nothere').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InvalidRuntimeException);
    expect((refusal as Error).message).toContain(
      'dotnet10 needs the .NET 10 runtime or a newer one; found: none. Install dotnet-runtime-10.0',
    );
  });

  it('an extension of a published layer sees the calls', async () => {
    const script = `#!/usr/bin/env python3
import http.client, json, os
api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
api.request("POST", "/2020-01-01/extension/register", json.dumps({"events": ["INVOKE"]}), {"Lambda-Extension-Name": "counter"})
answer = api.getresponse()
answer.read()
while True:
    api.request("GET", "/2020-01-01/extension/event/next", headers={"Lambda-Extension-Identifier": answer.headers["Lambda-Extension-Identifier"]})
    print("saw", json.loads(api.getresponse().read())["eventType"], flush=True)
`;
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from(script), 'extensions/counter', { mode: 0o100755 });
    zip.end();
    const { LayerVersionArn = '' } = await clients.lambda.send(
      new PublishLayerVersionCommand({
        LayerName: 'counter',
        Content: { ZipFile: await buffer(zip.outputStream) },
      }),
    );
    await createNodeFunction(clients, 'counted', 'export const handler = async () => "ok";', {
      Layers: [LayerVersionArn],
    });
    expect(await invoke(clients, 'counted')).toMatchObject({ payload: 'ok' });
    expect(await logged('counted', 'saw INVOKE')).toEqual(['saw INVOKE\n']);
    expect(await logged('counted', 'EXTENSION')).toEqual([
      'EXTENSION\tName: counter\tState: Ready\tEvents: [INVOKE]\n',
    ]);
  }, 30_000);
});
