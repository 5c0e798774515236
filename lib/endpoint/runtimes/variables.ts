import path from 'node:path';
import type { LaunchDescription } from './launch.ts';
import type { EnvironmentFolders } from './isolation/wrap.ts';

/** Folder names as the environment sees them. */
type VisibleFolders = Omit<EnvironmentFolders, 'root'>;

/**
 * The variables of a process, in AWS's order of precedence: platform defaults, the function's own, credentials,
 * reserved names. Nothing of this program's own environment gets in.
 *
 * The access key is the account's twelve digits, which is how this endpoint knows accounts.
 */
export function processVariables(
  launch: LaunchDescription,
  folders: VisibleFolders,
  logStream: string,
  interpreter?: { readonly folder: string; readonly variables: Readonly<Record<string, string>> },
): Record<string, string> {
  const { task, opt, tmp } = folders;
  const runtimeMajor = /^nodejs(\d+)/.exec(launch.runtime)?.[1];
  const isProvided = launch.runtime.startsWith('provided');
  const defaults: Record<string, string> = {
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    PATH: [
      ...(interpreter ? [interpreter.folder] : []),
      '/var/lang/bin',
      '/usr/local/bin',
      '/usr/bin/',
      '/bin',
      `${opt}/bin`,
    ].join(':'),
    LD_LIBRARY_PATH: ['/var/lang/lib', '/lib64', '/usr/lib64', task, `${task}/lib`, `${opt}/lib`].join(':'),
    AWS_XRAY_CONTEXT_MISSING: 'LOG_ERROR',
    ...(launch.traceDaemon !== undefined && { AWS_XRAY_DAEMON_ADDRESS: launch.traceDaemon }),
    TMPDIR: tmp,
    HOME: tmp,
    ...interpreter?.variables,
  };
  if (runtimeMajor) {
    defaults['NODE_PATH'] = [
      `${opt}/nodejs/node${runtimeMajor}/node_modules`,
      `${opt}/nodejs/node_modules`,
      task,
    ].join(':');
  }
  if (launch.runtime.startsWith('python')) defaults['LC_CTYPE'] = 'C.UTF-8';
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
    AWS_ACCESS_KEY_ID: launch.accountId,
    AWS_SECRET_ACCESS_KEY: 'lambdeck',
    AWS_SESSION_TOKEN: 'lambdeck',
    AWS_REGION: launch.region,
    AWS_DEFAULT_REGION: launch.region,
    AWS_LAMBDA_FUNCTION_NAME: launch.functionName,
    AWS_LAMBDA_FUNCTION_VERSION: launch.version,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(launch.memoryMb),
    AWS_LAMBDA_LOG_GROUP_NAME: launch.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: logStream,
    AWS_LAMBDA_INITIALIZATION_TYPE: launch.initialization ?? 'on-demand',
    ...(isProvided ? {} : { AWS_EXECUTION_ENV: `AWS_Lambda_${launch.runtime}` }),
    ...(launch.logFormat === 'JSON'
      ? { AWS_LAMBDA_LOG_FORMAT: 'JSON', AWS_LAMBDA_LOG_LEVEL: launch.applicationLogLevel ?? 'INFO' }
      : {}),
    ...daemonParts(launch.traceDaemon),
    _HANDLER: launch.handler,
    LAMBDA_TASK_ROOT: task,
    LAMBDA_RUNTIME_DIR: '/var/runtime',
    PWD: task,
  };
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
