import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { findFreePort } from '../addresses.ts';
import { inProject } from '../project.ts';
import { startProgram, waitForAnswer } from '../supervisor.ts';
import { postRequest, runLoad, type LoadResult } from './load.ts';

/** What another local Lambda reaches at so many callers; or why it could not be measured. */
export type OtherResult = { readonly loads: readonly LoadResult[] } | { readonly absent: string };

const installLimitMs = 3 * 60_000;
const readyLimitMs = 40_000;
const handler = 'exports.handler = async () => ({ ok: true });\n';

/** Installs packages into a throw-away folder that is kept for the next run; undefined when it worked. */
async function install(folder: string, packages: readonly string[]): Promise<string | undefined> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'handler.js'), handler);
  if (existsSync(path.join(folder, 'node_modules'))) return undefined;
  await writeFile(path.join(folder, 'package.json'), '{"private":true}');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages];
  const done = spawnSync(npm, args, { cwd: folder, timeout: installLimitMs, encoding: 'utf8' });
  return done.status === 0 ? undefined : `${packages.join(' and ')} could not be installed`;
}

const folderOf = (name: string) => path.join(os.tmpdir(), `lambdeck-bench-${name}`);

/** lambda-local 2.2: runs the handler inside the caller's process, without isolation. */
export async function measureLambdaLocal(
  callers: readonly number[],
  durationMs: number,
): Promise<OtherResult> {
  const folder = folderOf('lambda-local');
  const absent = await install(folder, ['lambda-local@2.2.0']);
  if (absent !== undefined) return { absent };
  const loads: LoadResult[] = [];
  for (const count of callers) {
    const run = spawnSync(
      process.execPath,
      [
        inProject('lib/tools/bench/lambda-local-load.mjs'),
        folder,
        path.join(folder, 'handler.js'),
        String(count),
        String(durationMs),
      ],
      { encoding: 'utf8', timeout: durationMs + 20_000 },
    );
    const line = run.stdout.trim().split('\n').at(-1) ?? '';
    if (run.status !== 0 || !line.startsWith('{'))
      return { absent: `lambda-local failed: ${run.stderr.slice(0, 200)}` };
    loads.push(JSON.parse(line) as LoadResult);
  }
  return { loads };
}

/** serverless-offline 13 on Serverless 3, the last that needs no account; version 14 needs Serverless 4. */
export async function measureServerlessOffline(
  callers: readonly number[],
  durationMs: number,
): Promise<OtherResult> {
  const folder = folderOf('serverless-offline');
  const absent = await install(folder, ['serverless@3.40.0', 'serverless-offline@13.9.0']);
  if (absent !== undefined) return { absent };
  const [httpPort, lambdaPort] = [await findFreePort(), await findFreePort()];
  await writeFile(
    path.join(folder, 'serverless.yml'),
    [
      'service: bench',
      'provider: { name: aws, runtime: nodejs20.x }',
      'plugins: [serverless-offline]',
      'functions: { hello: { handler: handler.handler, events: [{ httpApi: "GET /" }] } }',
      `custom: { serverless-offline: { host: 127.0.0.1, httpPort: ${httpPort}, lambdaPort: ${lambdaPort} } }`,
      '',
    ].join('\n'),
  );
  const program = startProgram({
    name: 'serverless-offline',
    args: [path.join(folder, 'node_modules/serverless/bin/serverless.js'), 'offline'],
    cwd: folder,
    env: { ...process.env, SLS_TELEMETRY_DISABLED: '1', SLS_NOTIFICATIONS_MODE: 'off' },
    output: 'held',
  });
  try {
    await waitForAnswer(program, `http://127.0.0.1:${lambdaPort}/`, readyLimitMs);
    const request = postRequest({ path: '/2015-03-31/functions/bench-dev-hello/invocations', body: '{}' });
    const loads: LoadResult[] = [];
    for (const count of callers) {
      loads.push(await runLoad({ host: '127.0.0.1', port: lambdaPort, request }, count, durationMs));
    }
    return { loads };
  } catch (error) {
    return { absent: `serverless-offline did not start: ${(error as Error).message.slice(0, 200)}` };
  } finally {
    await program.stop();
  }
}
