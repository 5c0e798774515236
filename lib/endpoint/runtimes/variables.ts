import path from 'node:path';
import type { LaunchDescription } from './launch.ts';
import type { EnvironmentFolders } from './isolation/wrap.ts';

const runtimeFolder = '/var/runtime';

/** Folder names as the environment sees them. */
type VisibleFolders = Omit<EnvironmentFolders, 'root'>;

/**
 * The variables of a process, in AWS's order of precedence: platform defaults, the function's own, credentials,
 * reserved names. Nothing of this program's own environment gets in.
 */
export function processVariables(
  launch: LaunchDescription,
  folders: VisibleFolders,
  logStream: string,
  interpreter?: { readonly folder: string; readonly variables: Readonly<Record<string, string>> },
): Record<string, string> {
  const { task, opt, tmp } = folders;
  const { runtime } = launch;
  const keys = launch.keys ?? { accessKeyId: launch.accountId, secret: 'lambdeck', token: 'lambdeck' };
  const isProvided = runtime.startsWith('provided');
  const lang = isProvided ? undefined : '/var/lang';
  const defaults: Record<string, string> = {
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    PATH: [
      ...(interpreter ? [interpreter.folder] : []),
      ...(lang ? [`${lang}/bin`] : []),
      ...['/usr/local/bin', '/usr/bin/', '/bin', `${opt}/bin`],
    ].join(':'),
    LD_LIBRARY_PATH: [
      ...(lang ? [`${lang}/lib`] : []),
      ...['/lib64', '/usr/lib64', runtimeFolder, `${runtimeFolder}/lib`, task, `${task}/lib`, `${opt}/lib`],
    ].join(':'),
    AWS_XRAY_CONTEXT_MISSING: 'LOG_ERROR',
    ...(launch.traceDaemon !== undefined && { AWS_XRAY_DAEMON_ADDRESS: launch.traceDaemon }),
    // AWS sets neither; where its own /tmp cannot be shown, these lead to the one there is.
    ...(tmp !== '/tmp' && { TMPDIR: tmp, HOME: tmp }),
    ...languageDefaults(runtime, folders),
    ...interpreter?.variables,
  };
  const own = Object.fromEntries(
    Object.entries(launch.variables).map(([name, value]) => [
      name,
      pathLike.has(name) ? moved(value, folders) : value,
    ]),
  );
  return {
    ...defaults,
    AWS_ENDPOINT_URL: launch.endpointUrl,
    ...own,
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secret,
    AWS_SESSION_TOKEN: keys.token,
    // The names that the first SDK for Java asks for.
    ...(/^java(8|11)\b/.test(runtime) && {
      AWS_ACCESS_KEY: keys.accessKeyId,
      AWS_SECRET_KEY: keys.secret,
    }),
    AWS_REGION: launch.region,
    AWS_DEFAULT_REGION: launch.region,
    AWS_LAMBDA_FUNCTION_NAME: launch.functionName,
    AWS_LAMBDA_FUNCTION_VERSION: launch.version,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(launch.memoryMb),
    AWS_LAMBDA_LOG_GROUP_NAME: launch.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: logStream,
    AWS_LAMBDA_INITIALIZATION_TYPE: launch.initialization ?? 'on-demand',
    ...(isProvided ? {} : { AWS_EXECUTION_ENV: `AWS_Lambda_${runtime}` }),
    ...(launch.logFormat === 'JSON'
      ? { AWS_LAMBDA_LOG_FORMAT: 'JSON', AWS_LAMBDA_LOG_LEVEL: launch.applicationLogLevel ?? 'INFO' }
      : {}),
    ...daemonParts(launch.traceDaemon),
    _HANDLER: launch.handler,
    LAMBDA_TASK_ROOT: task,
    LAMBDA_RUNTIME_DIR: runtimeFolder,
    // Of those that AWS starts from a shell.
    ...(!isProvided && !runtime.startsWith('java') && { PWD: task, SHLVL: '0' }),
  };
}

/** What the bootstraps of AWS's languages add, by recorded answers. */
function languageDefaults(runtime: string, { task, opt }: VisibleFolders): Record<string, string> {
  const nodeMajor = /^nodejs(\d+)/.exec(runtime)?.[1];
  if (nodeMajor !== undefined) {
    const shared = [`${opt}/nodejs/node${nodeMajor}/node_modules`, `${opt}/nodejs/node_modules`];
    return { NODE_PATH: [...shared, `${runtimeFolder}/node_modules`, runtimeFolder, task].join(':') };
  }
  const pythonMinor = /^python3\.(\d+)$/.exec(runtime)?.[1];
  if (pythonMinor === undefined) return {};
  // From 3.7 to 3.11 Python sees to it by itself where this machine does not have the language.
  const isTold = Number(pythonMinor) >= 12 || Number(pythonMinor) < 7;
  return { PYTHONPATH: runtimeFolder, ...(isTold && { LC_CTYPE: 'C.UTF-8' }) };
}

function daemonParts(address: string | undefined): Record<string, string> {
  if (address === undefined) return {};
  const [host = '', port = ''] = address.split(':');
  return { _AWS_XRAY_DAEMON_ADDRESS: host, _AWS_XRAY_DAEMON_PORT: port };
}

/** AWS's bootstraps run a function's wrapper from a shell: one that is not there ends with status 127. */
export const fromShell = ['/bin/sh', '-c', 'exec "$0" "$@"'] as const;

const pathLike = new Set([
  'PATH',
  'LD_LIBRARY_PATH',
  'NODE_PATH',
  'PYTHONPATH',
  'CLASSPATH',
  'GEM_PATH',
  'RUBYLIB',
  'AWS_LAMBDA_EXEC_WRAPPER',
]);

/** Rewrites AWS's folders in a path list to where they really are, for levels that cannot mount. */
export function moved(value: string, folders: VisibleFolders): string {
  return value
    .split(path.delimiter)
    .map((entry) => {
      for (const [from, to] of [
        ['/var/task', folders.task],
        ['/opt', folders.opt],
      ] as const) {
        if (entry === from || entry.startsWith(`${from}/`)) return to + entry.slice(from.length);
      }
      return entry;
    })
    .join(path.delimiter);
}
