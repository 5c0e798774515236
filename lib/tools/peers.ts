import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { findFreePort } from './addresses.ts';
import { isFresh, writeStamp } from './build-stamp.ts';
import { inProject, print } from './project.ts';
import { startProgram, waitForAnswer, type RunningProgram } from './supervisor.ts';
import { ToolFailure } from './tool-failure.ts';

/** An endpoint that nobody here wrote. */
interface Peer {
  readonly id: string;
  readonly packageName: string;
  /** What is started inside the environment, and how it is told where to listen. */
  readonly command: (port: number) => { program: string; args: string[]; env: Record<string, string> };
}

const peers: readonly Peer[] = [
  {
    id: 'moto',
    packageName: 'moto[server]==5.2.5',
    command: (port) => ({
      program: 'moto_server',
      args: ['-H', '127.0.0.1', '-p', String(port)],
      // Without it, AWS's own policies do not exist and a new role cannot get the basic one.
      env: { MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' },
    }),
  },
  {
    id: 'ministack',
    packageName: 'ministack==1.5.33',
    command: (port) => ({
      program: 'ministack',
      args: [],
      env: {
        BIND_HOST: '127.0.0.1',
        GATEWAY_PORT: String(port),
        LAMBDA_EXECUTOR: 'local',
        LOG_LEVEL: 'WARNING',
      },
    }),
  },
];

const environmentFolder = inProject('.venv-peers');
const installLimitMs = 10 * 60_000;
const readyLimitMs = 60_000;
const isWindows = process.platform === 'win32';
const programsFolder = path.join(environmentFolder, isWindows ? 'Scripts' : 'bin');

/** A peer that answers. */
export interface RunningPeer {
  readonly id: string;
  readonly url: string;
  readonly program: RunningProgram;
}

/** Installs the peers into an environment of their own, once for each list of versions. */
export async function installPeers(): Promise<void> {
  const python = findPython();
  const wanted = [python.version, ...peers.map(({ packageName }) => packageName)].join('\n');
  const stamp = path.join(environmentFolder, 'lambdeck-stamp');
  if (await isFresh(stamp, wanted)) return;
  print(`Installing ${peers.map(({ packageName }) => packageName).join(' and ')} …`);
  await rm(environmentFolder, { recursive: true, force: true });
  makeEnvironment(python.path);
  const pip = spawnSync(
    path.join(programsFolder, 'python'),
    [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      ...peers.map((peer) => peer.packageName),
    ],
    { encoding: 'utf8', timeout: installLimitMs },
  );
  if (pip.status !== 0) {
    throw new ToolFailure(`${pip.stderr}\nThe peers could not be installed by pip; the reason stands above.`);
  }
  await writeStamp(stamp, wanted);
}

function findPython(): { path: string; version: string } {
  for (const name of ['python3', 'python']) {
    const code = 'import sys; print(sys.version.split()[0]); sys.exit(sys.version_info < (3, 10))';
    const found = spawnSync(name, ['-c', code], { encoding: 'utf8', timeout: 20_000 });
    if (found.status === 0) return { path: name, version: found.stdout.trim() };
  }
  throw new ToolFailure(
    'The peers need Python 3.10 or newer, and neither python3 nor python is one. Install Python and run this again.',
  );
}

function makeEnvironment(python: string): void {
  const make = () =>
    spawnSync(python, ['-m', 'venv', environmentFolder], { encoding: 'utf8', timeout: installLimitMs });
  if (make().status === 0) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    print("Python's venv module is missing; installing Debian's python3-venv …");
    const quiet = { timeout: installLimitMs, stdio: 'ignore' } as const;
    spawnSync('apt-get', ['update', '-q'], quiet);
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'python3-venv'], quiet);
  }
  const second = make();
  if (second.status === 0) return;
  throw new ToolFailure(
    `${second.stdout}${second.stderr}\nPython cannot make a virtual environment; the reason stands above.`,
  );
}

/** Starts every peer on a free port of loopback and waits until each answers. */
export async function startPeers(): Promise<RunningPeer[]> {
  const running: RunningPeer[] = [];
  try {
    for (const peer of peers) {
      const port = await findFreePort();
      const { program, args, env } = peer.command(port);
      const url = `http://127.0.0.1:${port}`;
      running.push({
        id: peer.id,
        url,
        program: startProgram({
          name: peer.id,
          args: [inProject('lib/tools/foreign.mjs'), path.join(programsFolder, program), ...args],
          env: { ...process.env, ...env },
          output: 'held',
        }),
      });
    }
    await Promise.all(running.map(({ program, url }) => waitForAnswer(program, url, readyLimitMs)));
    return running;
  } catch (error) {
    await Promise.all(running.map(({ program }) => program.stop()));
    throw error;
  }
}
