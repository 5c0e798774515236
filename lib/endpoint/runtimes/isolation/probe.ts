import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { IsolationLevel } from '../launch.ts';
import type { IsolationTools } from './wrap.ts';

const probeMsMax = 5000;

/**
 * The strongest level that works here, found by running it. `wanted` asks for a level; one that the machine
 * cannot give throws with the reason, since a weaker one than asked for must not be taken in silence.
 */
export async function probeIsolation(searchPath: string, wanted?: IsolationLevel): Promise<IsolationTools> {
  if (wanted === 'portable') return { level: 'portable' };
  if (process.platform !== 'linux') {
    if (wanted)
      throw new Error(`Isolation level ${wanted} needs Linux; this machine can only use "portable".`);
    return { level: 'portable' };
  }
  const prlimit = await working(searchPath, 'prlimit', [
    '--nofile=1024',
    '--memlock=65536',
    '--core=0',
    'true',
  ]);
  const setpriv = await working(searchPath, 'setpriv', ['--pdeathsig', 'KILL', 'true']);
  const base = { ...(prlimit ? { prlimit } : {}), ...(setpriv ? { setpriv } : {}) };
  if (wanted !== 'linux') {
    const bwrap = await working(searchPath, 'bwrap', [
      ...['--die-with-parent', '--unshare-pid', '--unshare-ipc', '--cap-drop', 'ALL', '--ro-bind', '/', '/'],
      ...['--proc', '/proc', '--dev', '/dev', '--size', '1048576', '--tmpfs', '/tmp', 'true'],
    ]);
    if (bwrap) return { level: 'sandbox', bwrap, ...base };
    if (wanted)
      throw new Error(
        'Isolation level sandbox needs bwrap (bubblewrap 0.7 or newer), and its probe failed here.',
      );
  }
  if (!prlimit) {
    if (wanted)
      throw new Error('Isolation level linux needs prlimit (util-linux), and its probe failed here.');
    return { level: 'portable' };
  }
  return { level: 'linux', ...base };
}

/** Full path of the program if it is on PATH and ends with status 0 for these arguments. */
async function working(
  searchPath: string,
  program: string,
  args: readonly string[],
): Promise<string | undefined> {
  const found = findProgram(searchPath, program);
  if (!found) return undefined;
  return (await endsWell(found, args)) ? found : undefined;
}

/** Full path of an executable in one of the folders. */
function findProgram(searchPath: string, name: string): string | undefined {
  for (const folder of searchPath.split(path.delimiter)) {
    if (folder === '') continue;
    const file = path.join(folder, name);
    try {
      fs.accessSync(file, fs.constants.X_OK);
      if (fs.statSync(file).isFile()) return file;
    } catch {
      // Not here; the next folder may have it.
    }
  }
  return undefined;
}

function endsWell(command: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', timeout: probeMsMax, killSignal: 'SIGKILL' });
    child.once('error', () => resolve(false));
    child.once('exit', (status) => resolve(status === 0));
  });
}
