import { randomUUID } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findDotnets } from './dotnet.ts';
import { Environment } from './environment.ts';
import { RunFolder } from './folders.ts';
import { findPythons, ownNode } from './interpreters.ts';
import { findJavas } from './java.ts';
import { probeIsolation } from './isolation/probe.ts';
import { chooseLanguage, describeFound, runtimeVersion, type Language } from './languages.ts';
import type { IsolationLevel, LaunchDescription, LaunchKeys, LogSink, Runtimes } from './launch.ts';
import { EnvironmentLog } from './logs.ts';
import { Monitor } from './monitor.ts';
import { NodeVersions } from './node-versions.ts';
import { Pool } from './pool.ts';
import { findRubies } from './ruby.ts';
import { Spares } from './spares.ts';
import { Starter } from './starter.ts';

export interface RuntimesLimits {
  /** Execution environments alive at one time, starting and idle ones included. */
  readonly environmentsMax: number;
  /** Megabytes that their functions may use together. */
  readonly memoryMbMax: number;
  /** Provisioned environments alive at one time, beside those. */
  readonly provisionedMax: number;
  /** Invocations that may wait for an environment. */
  readonly queueMax: number;
  /** An environment that was not used for so long ends. */
  readonly idleMsMax: number;
  /** On-demand Init may take ten seconds in the cloud; then it is repeated under the first invocation. */
  readonly initMsMax: number;
  /** Log output kept of one invocation; a note says how much was dropped. */
  readonly logBytesPerInvocationMax: number;
  /** Node.js processes that wait for a function to become. */
  readonly spares: number;
}

/** The methods of a pino logger that are used here. */
export interface RuntimesLogger {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface RuntimesOptions {
  /** Parent of this run's temporary folder, inside the data folder; leftovers of dead runs in it are removed. */
  readonly folder: string;
  readonly logs: LogSink;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
  readonly logger?: RuntimesLogger;
  readonly limits?: Partial<RuntimesLimits>;
  /** Asks for a level; throws at start if this machine cannot give it. Without it: the strongest that works. */
  readonly isolation?: IsolationLevel;
  /** Whether a version of Node.js that a function asks for may be fetched from the package registry. */
  readonly mayFetchNode?: boolean;
  /** Where programs are looked for, as in PATH; by default the system's usual folders. */
  readonly searchPath?: string;
  /** Opens a session for a new environment; see `LaunchDescription.keys`. */
  readonly keysOf?: (launch: LaunchDescription) => LaunchKeys;
  /** Folder with our clients; by default `launchers` beside this module or bundle. */
  readonly launchersFolder?: string;
}

const defaultLimits = (): RuntimesLimits => ({
  environmentsMax: Math.max(4, 4 * os.availableParallelism()),
  // The rest is for the endpoint, the console and the system.
  memoryMbMax: Math.floor((machineMemoryBytes() * 0.75) / (1024 * 1024)),
  // An initialised Node.js process holds some 45 MB; half the memory stays for everything else.
  provisionedMax: Math.max(4, Math.min(100, Math.floor(machineMemoryBytes() / 2 / (64 * 1024 * 1024)))),
  queueMax: 1000,
  idleMsMax: 5 * 60_000,
  logBytesPerInvocationMax: 4 * 1024 * 1024,
  initMsMax: 10_000,
  spares: 1,
});

/** Of the container, where there is one and it has a limit. */
function machineMemoryBytes(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(constrained, os.totalmem()) : os.totalmem();
}

/** Looks at the machine (interpreters, isolation) and opens the execution environments. Close what it returns. */
export async function startRuntimes(options: RuntimesOptions): Promise<Runtimes> {
  const limits = { ...defaultLimits(), ...options.limits };
  const clock = options.clock ?? Date.now;
  const searchPath = options.searchPath ?? '/usr/local/bin:/usr/bin:/bin';
  const node = ownNode();
  const [tools, nodes, pythons, rubies, dotnets] = await Promise.all([
    probeIsolation(searchPath, options.isolation),
    NodeVersions.find({
      own: node,
      searchPath,
      folder: path.join(options.folder, 'node'),
      mayFetch: options.mayFetchNode ?? false,
      onFailure: (version, reason) =>
        options.logger?.warn(
          { version, reason },
          'A version of Node.js could not be fetched; another stands in',
        ),
    }),
    findPythons(searchPath),
    findRubies(searchPath),
    findDotnets(searchPath),
  ]);
  const launchersFolder = options.launchersFolder ?? fileURLToPath(new URL('./launchers', import.meta.url));
  const interpreters = { node, nodes, pythons, javas: findJavas(searchPath), rubies, dotnets };
  const starter = new Starter(
    tools,
    { launchers: launchersFolder, cache: options.folder },
    interpreters.javas,
  );
  const runFolder = new RunFolder(options.folder);
  const monitor = new Monitor();
  const spares = new Spares(
    starter,
    runFolder,
    { kind: 'framed', interpreter: node, client: 'node-client.mjs' },
    limits.spares,
  );

  const createEnvironment = (
    described: LaunchDescription,
    language: Language,
    hooks: { onIdle(): void; onEnd(): void },
  ): Environment => {
    const launch = options.keysOf ? { ...described, keys: options.keysOf(described) } : described;
    const logStream = streamName(launch, clock());
    let folders = undefined as ReturnType<RunFolder['create']> | undefined;
    return new Environment(launch, {
      clock,
      monitor,
      logStream,
      log: new EnvironmentLog(launch, logStream, {
        sink: options.logs,
        clock,
        bytesPerInvocationMax: limits.logBytesPerInvocationMax,
      }),
      runtimeVersion: runtimeVersion(launch.runtime, language),
      ...(language.notice ? { notice: language.notice } : {}),
      initMsMax: limits.initMsMax,
      isSandboxed: tools.level === 'sandbox',
      startWorker: (isFirst, requestId) => {
        // Spares are processes of our own Node.
        const isOwn = language.kind === 'framed' && language.interpreter === node;
        const spare = isFirst && isOwn ? spares.take(launch) : undefined;
        if (spare && language.kind === 'framed') {
          folders = spare.folders;
          const message = starter.clientLaunch(launch, language, folders, logStream);
          return Promise.resolve({ worker: spare.worker, message, wrapperDepth: starter.wrapperDepth });
        }
        // A second Init keeps the environment's /tmp.
        folders ??= runFolder.create(launch);
        return starter.start(launch, language, folders, logStream, requestId);
      },
      onIdle: () => hooks.onIdle(),
      onEnd: () => {
        try {
          if (folders) runFolder.remove(folders);
        } catch (error) {
          options.logger?.warn({ error, folder: folders?.root }, 'A temporary folder could not be removed');
        }
        hooks.onEnd();
      },
    });
  };

  const pool = new Pool({
    environmentsMax: limits.environmentsMax,
    memoryMbMax: limits.memoryMbMax,
    provisionedMax: limits.provisionedMax,
    queueMax: limits.queueMax,
    idleMsMax: limits.idleMsMax,
    createEnvironment: (launch, hooks) => {
      const language = chooseLanguage(launch.runtime, launch.handler, interpreters);
      if (typeof language === 'string') throw new Error(language);
      return createEnvironment(launch, language, hooks);
    },
    onFault: (error) => options.logger?.error({ error }, 'An execution environment failed'),
  });

  const invoke: Runtimes['invoke'] = (launch, request) => {
    const language = chooseLanguage(launch.runtime, launch.handler, interpreters);
    if (typeof language === 'string') return Promise.resolve({ kind: 'not-run', reason: language });
    return pool.invoke(launch, request);
  };

  return {
    isolation: tools.level,
    get found() {
      return describeFound(interpreters);
    },
    invoke: (launch, request) => {
      const fetching = nodes.ensure(launch.runtime);
      return fetching ? fetching.then(() => invoke(launch, request)) : invoke(launch, request);
    },
    provision: async (launch, count) => {
      await nodes.ensure(launch.runtime);
      return pool.provisioned.provision(launch, count);
    },
    provisioned: (key) => pool.provisioned.available(key),
    retire: (keyPrefix) => pool.retire(keyPrefix),
    counts: () => pool.counts(),
    close: async () => {
      await Promise.all([pool.close(), spares.close()]);
      monitor.close();
      runFolder.close();
    },
  };
}

function streamName(launch: LaunchDescription, now: number): string {
  const day = new Date(now).toISOString().slice(0, 10).replaceAll('-', '/');
  // Functions may share a group of their choice; there the stream says whose it is.
  const owner = launch.logGroup === `/aws/lambda/${launch.functionName}` ? '' : launch.functionName;
  return `${day}/${owner}[${launch.version}]${randomUUID().replaceAll('-', '')}`;
}
