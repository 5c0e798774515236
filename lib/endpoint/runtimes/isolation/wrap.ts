import fs from 'node:fs';
import path from 'node:path';
import type { IsolationLevel, Mount } from '../launch.ts';

/** Programs that the stronger levels are made of; a missing one is simply not used. */
export interface IsolationTools {
  readonly level: IsolationLevel;
  readonly bwrap?: string;
  readonly prlimit?: string;
  readonly setpriv?: string;
}

/** Folders of one environment on the host. */
export interface EnvironmentFolders {
  readonly root: string;
  readonly task: string;
  readonly opt: string;
  readonly tmp: string;
  /** Shown at their paths in the sandbox, and nowhere else. */
  readonly mounts?: readonly Mount[];
}

export interface ProcessPlan {
  /** As seen from inside. */
  readonly command: string;
  readonly args: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly folders: EnvironmentFolders;
  readonly memoryMb: number;
  readonly ephemeralStorageMb: number;
  /** Host folders the process needs besides its own, e.g. the interpreter's prefix: host path → inside path. */
  readonly readOnly: Readonly<Record<string, string>>;
  /** False for compilers' children and the like that must not be limited by RLIMIT_DATA. */
  readonly hasDataLimit: boolean;
  /** Address space that counts as data although it is only reserved, e.g. V8's for code. */
  readonly reservedMb?: number;
  /** Several processes see the same /tmp, which then has no size limit, and know the name sandbox.localdomain. */
  readonly isShared?: boolean;
}

export interface SpawnPlan {
  readonly command: string;
  readonly args: string[];
  readonly variables: Record<string, string>;
  readonly cwd: string;
  /** It ends with the endpoint, and so does all that it starts. */
  readonly isSandboxed: boolean;
}

/** Where an environment sees its folders: AWS's paths in the sandbox, the host's elsewhere. */
export function visibleFolders(
  level: IsolationLevel,
  folders: EnvironmentFolders,
): Omit<EnvironmentFolders, 'root' | 'mounts'> {
  return level === 'sandbox' ? { task: '/var/task', opt: '/opt', tmp: '/tmp' } : folders;
}

const etcEntries = [
  'alternatives',
  'ca-certificates',
  'group',
  'hosts',
  'ld.so.cache',
  'ld.so.conf',
  'ld.so.conf.d',
  'localtime',
  'nsswitch.conf',
  'passwd',
  'pki',
  'resolv.conf',
  'ssl',
];

/** The command line that starts the plan's process at the given level. */
export function wrapCommand(tools: IsolationTools, plan: ProcessPlan): SpawnPlan {
  const limited = limits(tools, plan);
  if (tools.level !== 'sandbox' || !tools.bwrap) {
    const line = [...limited, plan.command, ...plan.args];
    return {
      command: line[0] ?? plan.command,
      args: line.slice(1),
      variables: { ...plan.variables },
      cwd: plan.folders.task,
      isSandboxed: false,
    };
  }
  const variables: Record<string, string> = {};
  const inside: string[] = [];
  for (const [name, value] of Object.entries(plan.variables)) {
    // The loader's variables are meant for the function, not for bwrap and prlimit.
    if (name.startsWith('LD_')) inside.push('--setenv', name, value);
    else variables[name] = value;
  }
  const line = [...limited, tools.bwrap, ...sandbox(plan), ...inside, plan.command, ...plan.args];
  return { command: line[0] ?? tools.bwrap, args: line.slice(1), variables, cwd: '/', isSandboxed: true };
}

function limits(tools: IsolationTools, plan: ProcessPlan): string[] {
  const line: string[] = [];
  if (tools.level === 'portable') return line;
  // A function that never returns to its event loop must still end with the endpoint.
  if (tools.setpriv) line.push(tools.setpriv, '--pdeathsig', 'KILL');
  if (tools.prlimit) {
    line.push(tools.prlimit, '--nofile=1024', '--memlock=65536', '--core=0');
    if (plan.hasDataLimit) line.push(`--data=${(plan.memoryMb + 64 + (plan.reservedMb ?? 0)) * 1024 * 1024}`);
  }
  return line;
}

function sandbox(plan: ProcessPlan): string[] {
  const args = ['--die-with-parent', '--unshare-pid', '--unshare-ipc', '--cap-drop', 'ALL'];
  args.push('--ro-bind', '/usr', '/usr');
  for (const folder of ['/bin', '/sbin', '/lib', '/lib32', '/lib64']) args.push(...systemFolder(folder));
  for (const entry of etcEntries) args.push('--ro-bind-try', `/etc/${entry}`, `/etc/${entry}`);
  args.push('--proc', '/proc', '--dev', '/dev');
  if (plan.isShared)
    args.push('--bind', plan.folders.tmp, '/tmp', '--ro-bind', hostsFile(plan.folders), '/etc/hosts');
  else
    args.push('--perms', '1777', '--size', String(plan.ephemeralStorageMb * 1024 * 1024), '--tmpfs', '/tmp');
  args.push('--ro-bind', plan.folders.task, '/var/task', '--ro-bind', plan.folders.opt, '/opt');
  for (const [host, inside] of Object.entries(plan.readOnly)) args.push('--ro-bind', host, inside);
  for (const { host, inside } of plan.folders.mounts ?? []) args.push('--bind', host, inside);
  args.push('--chdir', '/var/task');
  return args;
}

/** Telemetry listeners are told to bind to the name that AWS gives the environment. */
function hostsFile(folders: EnvironmentFolders): string {
  const file = path.join(folders.root, 'hosts');
  if (!fs.existsSync(file)) {
    const known = fs.existsSync('/etc/hosts')
      ? fs.readFileSync('/etc/hosts', 'utf8')
      : '127.0.0.1 localhost\n';
    fs.writeFileSync(file, `${known.trimEnd()}\n127.0.0.1 sandbox.localdomain sandbox\n`);
  }
  return file;
}

const systemFolders = new Map<string, string[]>();

function systemFolder(folder: string): string[] {
  const known = systemFolders.get(folder);
  if (known) return known;
  const found = fs.lstatSync(folder, { throwIfNoEntry: false });
  let args: string[] = [];
  if (found?.isSymbolicLink()) args = ['--symlink', fs.readlinkSync(folder), folder];
  else if (found) args = ['--ro-bind', folder, folder];
  systemFolders.set(folder, args);
  return args;
}

/** Where the sandbox shows an interpreter's prefix; its own path unless that is covered by a folder of ours. */
export function insidePrefix(prefix: string): string {
  const isCovered = ['/opt', '/tmp', '/var/task', '/proc', '/dev'].some(
    (folder) => prefix === folder || prefix.startsWith(folder + path.sep),
  );
  return isCovered || prefix === '/' ? '/var/lang' : prefix;
}
