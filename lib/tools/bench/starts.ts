import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  CreateFunctionCommand,
  InvokeCommand,
  LambdaClient,
  waitUntilFunctionActiveV2,
} from '@aws-sdk/client-lambda';
import { strToU8, zipSync } from 'fflate';
import { findFreePort } from '../addresses.ts';
import { startConsole } from '../programs.ts';
import { readSettings } from '../settings.ts';
import { startProgram, waitForHealth, type RunningProgram } from '../supervisor.ts';
import { percentile } from './load.ts';

/** An endpoint on an empty throw-away folder, and how long it took to answer. */
export interface BenchEndpoint {
  readonly port: number;
  readonly readyMs: number;
  readonly program: RunningProgram;
  readonly lambda: LambdaClient;
  stop(): Promise<void>;
}

export async function startBenchEndpoint(bundle: string): Promise<BenchEndpoint> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lambdeck-bench-data-'));
  const port = await findFreePort();
  const startedAt = performance.now();
  const program = startProgram({
    name: 'The endpoint',
    args: [bundle],
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      LAMBDECK_ENDPOINT_PORT: String(port),
      LAMBDECK_DATA: folder,
      LAMBDECK_SAMPLES: 'off',
    },
    output: 'held',
  });
  await waitForHealth(program, `http://127.0.0.1:${port}/_lambdeck/health`, 20_000);
  const readyMs = performance.now() - startedAt;
  const lambda = new LambdaClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: '000000000000', secretAccessKey: 'bench' },
  });
  return {
    port,
    readyMs,
    program,
    lambda,
    stop: async () => {
      lambda.destroy();
      await program.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Creates a small Node.js function and waits until it is active. */
export async function createBenchFunction(
  lambda: LambdaClient,
  name: string,
  {
    tracing = 'PassThrough',
    source = 'exports.handler = async () => ({ ok: true });\n',
  }: { tracing?: 'Active' | 'PassThrough'; source?: string } = {},
): Promise<void> {
  const ZipFile = zipSync({ 'index.js': strToU8(source) });
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName: name,
      Runtime: 'nodejs20.x',
      Handler: 'index.handler',
      Role: 'arn:aws:iam::000000000000:role/bench',
      MemorySize: 512,
      TracingConfig: { Mode: tracing },
      Code: { ZipFile },
    }),
  );
  await waitUntilFunctionActiveV2(
    { client: lambda, maxWaitTime: 20, minDelay: 0.05, maxDelay: 0.2 },
    { FunctionName: name },
  );
}

/** Median of the first call of so many new functions, in ms. */
export async function measureColdStarts(lambda: LambdaClient, count: number): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const name = `cold-${index}`;
    await createBenchFunction(lambda, name);
    const startedAt = performance.now();
    await lambda.send(new InvokeCommand({ FunctionName: name, Payload: strToU8('{}') }));
    times.push(performance.now() - startedAt);
  }
  return percentile(
    times.sort((left, right) => left - right),
    0.5,
  );
}

/** Median of starting and ending a bare Node, in ms. */
export function measureBareNode(count: number): number {
  const times = Array.from({ length: count }, () => {
    const startedAt = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    return performance.now() - startedAt;
  });
  return percentile(
    times.sort((left, right) => left - right),
    0.5,
  );
}

/** Milliseconds until a built console answers; it is stopped again. */
export async function measureConsoleReady(server: string): Promise<number> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lambdeck-bench-console-'));
  const settings = readSettings({
    PORT: String(await findFreePort()),
    LAMBDECK_ENDPOINT_PORT: String(await findFreePort()),
    LAMBDECK_DATA: folder,
  });
  const startedAt = performance.now();
  const { program, ready } = startConsole(settings, server);
  try {
    await ready;
    return performance.now() - startedAt;
  } finally {
    await program.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Resident memory in MB; NaN where the system does not tell. */
export async function residentMb(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+)/m.exec(text)?.[1] ?? Number.NaN) / 1024;
}
