import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildEndpoint } from './build-endpoint.ts';
import { hashInputs, isFresh, writeStamp, type BuildInputs } from './build-stamp.ts';
import { inProject, print, projectFolder } from './project.ts';
import { stopRequested } from './supervisor.ts';
import { ToolFailure } from './tool-failure.ts';

const consoleInputs: BuildInputs = {
  paths: [
    ...['app', 'components', 'lib', 'public'],
    ...['proxy.ts', 'instrumentation.ts', 'next.config.js', 'postcss.config.mjs', 'tailwind.config.ts'],
    ...['tsconfig.json', 'tsconfig.base.json'],
  ],
  except: ['lib/endpoint', 'lib/tools'],
};

/** Measured peak of a console build with the editor in it. */
const buildMemoryMb = 2200;
const buildDiskMb = 1000;

/** Where the console is built to; beside a running one, LAMBDECK_DIST_DIR names another folder. */
export const consoleFolder = inProject(process.env.LAMBDECK_DIST_DIR ?? '.next');
export const consoleServer = path.join(consoleFolder, 'standalone/server.js');
export const endpointBundle = inProject('dist/endpoint/main.js');

/** Builds the endpoint unless the bundle there was made from the same sources; returns the bundle's path. */
export async function ensureEndpointBundle(): Promise<string> {
  await buildEndpoint();
  return endpointBundle;
}

/** Builds the console unless the build there was made from the same sources; returns its server's path. */
export async function ensureConsoleBuild(): Promise<string> {
  const stamp = path.join(consoleFolder, 'lambdeck-stamp');
  const hash = await hashInputs(consoleInputs);
  if (existsSync(consoleServer) && (await isFresh(stamp, hash))) return consoleServer;
  print('Building the console: takes a minute or two, and is needed only after a change …');
  await rm(stamp, { force: true });
  await assertRoomToBuild();
  await keepingFile(inProject('tsconfig.json'), buildConsole);
  // The standalone server serves these, but the build does not put them beside it.
  const standalone = path.join(consoleFolder, 'standalone');
  const distName = path.basename(consoleFolder);
  await cp(path.join(consoleFolder, 'static'), path.join(standalone, distName, 'static'), {
    recursive: true,
  });
  if (existsSync(inProject('public'))) {
    await cp(inProject('public'), path.join(standalone, 'public'), { recursive: true });
  }
  await writeStamp(stamp, hash);
  return consoleServer;
}

async function buildConsole(): Promise<void> {
  const child = spawn(process.execPath, [inProject('node_modules/next/dist/bin/next'), 'build'], {
    cwd: projectFolder,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-64 * 1024)));
  }
  void stopRequested().then(() => child.kill('SIGTERM'));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0)
    throw new ToolFailure(`${output.trim()}\nThe console could not be built; the reason stands above.`);
}

/** A build tool that rewrites a file of ours for its own output folder must not leave the checkout changed. */
async function keepingFile(file: string, work: () => Promise<void>): Promise<void> {
  const before = await readFile(file, 'utf8');
  try {
    await work();
  } finally {
    if ((await readFile(file, 'utf8')) !== before) await writeFile(file, before);
  }
}

async function assertRoomToBuild(): Promise<void> {
  const disk = await statfs(projectFolder);
  const freeDiskMb = Math.floor((disk.bavail * disk.bsize) / 1024 / 1024);
  if (freeDiskMb < buildDiskMb) {
    throw new ToolFailure(
      `Building the console needs about ${buildDiskMb} MB of disk and ${projectFolder} has ${freeDiskMb} MB left. Make room and start again.`,
    );
  }
  const memoryMb = await availableMemoryMb();
  if (memoryMb < buildMemoryMb) {
    print(
      `Building the console takes about ${buildMemoryMb} MB of memory and ${memoryMb} MB are available: it may be slow or be stopped by the system.`,
    );
  }
}

async function availableMemoryMb(): Promise<number> {
  const text = await readFile('/proc/meminfo', 'utf8').catch(() => '');
  const match = /^MemAvailable:\s+(\d+) kB$/m.exec(text);
  return Math.floor(match?.[1] === undefined ? os.freemem() / 1024 / 1024 : Number(match[1]) / 1024);
}
