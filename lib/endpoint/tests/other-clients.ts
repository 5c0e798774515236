import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** How a command went; `missing` when the program is not on this machine. */
export interface Outcome {
  readonly kind: 'done' | 'failed' | 'missing';
  readonly output: string;
  readonly errors: string;
}

const commandMsMax = 30_000;
const installMsMax = 120_000;
const boto3Version = '1.43.11';
const venv = fileURLToPath(new URL('../../../.venv-test', import.meta.url));

/** Runs a program with these credentials in its environment and none of the machine's own settings. */
export function runClient(
  command: string,
  args: readonly string[],
  options: { environment?: Readonly<Record<string, string>>; limitMs?: number } = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const environment = {
      ...process.env,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_CONFIG_FILE: '/nonexistent',
      AWS_SHARED_CREDENTIALS_FILE: '/nonexistent',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_PAGER: '',
      AWS_MAX_ATTEMPTS: '1',
      ...options.environment,
    };
    const settings = {
      env: environment,
      timeout: options.limitMs ?? commandMsMax,
      killSignal: 'SIGKILL',
    } as const;
    execFile(command, args, settings, (error, output, errors) => {
      const isMissing = error !== null && 'code' in error && error.code === 'ENOENT';
      resolve({ kind: isMissing ? 'missing' : error ? 'failed' : 'done', output, errors });
    });
  });
}

/** Why the AWS CLI cannot be used here; undefined when it can. */
export async function awsCliProblem(): Promise<string | undefined> {
  const { kind, errors } = await runClient('aws', ['--version']);
  if (kind === 'done') return undefined;
  return kind === 'missing'
    ? 'there is no program "aws" on PATH'
    : `"aws --version" fails: ${errors.slice(0, 200)}`;
}

/** A Python that has boto3: the machine's, or that of a folder of our own, made once. A problem says why there is none. */
export async function findBoto3(): Promise<{ python: string } | { problem: string }> {
  const hasBoto3 = async (python: string) =>
    (await runClient(python, ['-c', 'import boto3'])).kind === 'done';
  if (await hasBoto3('python3')) return { python: 'python3' };
  const own = path.join(venv, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  if (existsSync(own) && (await hasBoto3(own))) return { python: own };
  const made = await runClient('python3', ['-m', 'venv', '--clear', venv], { limitMs: installMsMax });
  if (made.kind === 'missing') return { problem: 'there is no program "python3" on PATH' };
  if (made.kind === 'failed') return { problem: `python3 -m venv fails: ${made.errors.slice(0, 200)}` };
  const installed = await runClient(
    own,
    ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `boto3==${boto3Version}`],
    { limitMs: installMsMax },
  );
  if (installed.kind === 'done') return { python: own };
  return {
    problem: `boto3 cannot be installed (no package registry?): ${installed.errors.trim().slice(-200)}`,
  };
}
