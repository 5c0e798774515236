import fs from 'node:fs';
import path from 'node:path';
import type { CompiledClient } from './compiled-client.ts';
import { dotnetArguments, dotnetHost, dotnetVariables, isLibraryHandler } from './dotnet.ts';
import { extendWorker } from './extensions/extend-worker.ts';
import { externalExtensions } from './extensions/process.ts';
import type { ExtendedWorker } from './extensions/worker.ts';
import { javaArguments, javaClient } from './java.ts';
import type { LaunchDescription } from './launch.ts';
import {
  visibleFolders,
  wrapCommand,
  type EnvironmentFolders,
  type IsolationTools,
} from './isolation/wrap.ts';
import type { Interpreter } from './interpreters.ts';
import { interpreterView, type Language } from './languages.ts';
import { nodeMajor } from './node-versions.ts';
import { rubyVariables } from './ruby.ts';
import { fromShell, moved, processVariables } from './variables.ts';
import { FramedWorker, type ClientLaunch } from './worker.ts';
import type { StartedWorker } from './environment-parts.ts';
import type { Failure } from './outcomes.ts';
import { serveExtensions, startBootstrap } from './runtime-api/bootstrap.ts';

/** Measured: Node.js 24 and 26 do not start with less room for code, of which they use little; 22 reserves none. */
const codeRangeMb = 512;
/** Where the sandbox shows our clients; AWS keeps its own there too. */
const insideLaunchers = '/var/runtime';

export interface StarterFolders {
  /** Our clients. */
  readonly launchers: string;
  /** Keeps clients that were compiled. */
  readonly cache: string;
}

/** Turns a function's description into a running process, at the isolation level of this machine. */
export class Starter {
  readonly tools: IsolationTools;
  readonly #launchersFolder: string;
  readonly #cacheFolder: string;
  readonly #javaClient: CompiledClient | undefined;
  readonly #dotnetHosts = new Map<string, CompiledClient>();

  constructor(tools: IsolationTools, folders: StarterFolders, javas: readonly Interpreter[]) {
    this.tools = tools;
    this.#launchersFolder = folders.launchers;
    this.#cacheFolder = folders.cache;
    this.#javaClient = javaClient(folders.cache, folders.launchers, javas);
  }

  async start(
    launch: LaunchDescription,
    language: Language,
    folders: EnvironmentFolders,
    logStream: string,
    requestId: string,
  ): Promise<StartedWorker | Failure> {
    const visible = visibleFolders(this.tools.level, folders);
    if (language.kind === 'bootstrap') {
      const program =
        language.interpreter && (await this.#dotnetProgram(launch, language.interpreter, folders));
      const variables = processVariables(launch, visible, logStream, program?.known);
      return startBootstrap({
        requestId,
        launch,
        folders,
        tools: this.tools,
        variables,
        wrapperDepth: this.wrapperDepth,
        ...(program && { program }),
      });
    }
    const message = this.clientLaunch(launch, language, folders, logStream);
    const isJava = language.interpreter.language === 'java';
    const compiled = isJava ? await this.#javaClient?.folder() : undefined;
    const clients = compiled ?? this.#launchersFolder;
    const external = externalExtensions(folders.opt);
    if (external.length === 0 && launch.layerFolders.length === 0) {
      const worker = this.#spawn(language, folders, launch, message.variables, clients);
      return { worker, message, wrapperDepth: this.wrapperDepth };
    }
    const link: { worker?: ExtendedWorker } = {};
    const { address, close } = await serveExtensions(
      (...call) => link.worker?.route(...call) ?? Promise.resolve(false),
    );
    const variables = { ...message.variables, AWS_LAMBDA_RUNTIME_API: address };
    const isShared = external.length > 0;
    link.worker = extendWorker({
      launch,
      folders,
      tools: this.tools,
      variables,
      external,
      close,
      open: () => this.#spawn(language, folders, launch, variables, clients, isShared),
    });
    return { worker: link.worker, message: { ...message, variables }, wrapperDepth: this.wrapperDepth };
  }

  async #dotnetProgram(launch: LaunchDescription, dotnet: Interpreter, folders: EnvironmentFolders) {
    const visible = visibleFolders(this.tools.level, folders);
    const { command, readOnly } = interpreterView(this.tools.level, dotnet);
    const folder = path.dirname(command);
    const host = isLibraryHandler(launch.handler) ? await this.#dotnetHost(dotnet).folder() : undefined;
    const isSandbox = this.tools.level === 'sandbox';
    const settings = `${launch.handler.split('::')[0] ?? ''}.runtimeconfig.json`;
    const hasSettings = fs.existsSync(path.join(folders.task, settings));
    const plan = { runtime: launch.runtime, root: folder, memoryMb: launch.memoryMb, opt: visible.opt };
    return {
      command,
      args: dotnetArguments(launch.handler, {
        task: visible.task,
        host: host !== undefined && isSandbox ? insideLaunchers : host,
        settings: hasSettings ? path.join(visible.task, settings) : undefined,
      }),
      readOnly: { ...readOnly, ...(host === undefined ? {} : { [host]: insideLaunchers }) },
      known: { folder, variables: dotnetVariables(dotnet, plan) },
    };
  }

  #dotnetHost(dotnet: Interpreter): CompiledClient {
    const known = this.#dotnetHosts.get(dotnet.version);
    const host = known ?? dotnetHost(this.#cacheFolder, this.#launchersFolder, dotnet);
    this.#dotnetHosts.set(dotnet.version, host);
    return host;
  }

  /** A process that waits for a function to become; its memory and disk limits are fixed already. */
  spare(
    language: Extract<Language, { kind: 'framed' }>,
    folders: EnvironmentFolders,
    sizes: { memoryMb: number; ephemeralStorageMb: number },
  ): FramedWorker {
    return this.#spawn(language, folders, sizes, {}, this.#launchersFolder);
  }

  /** What a client process must know; the same for a fresh process and for a spare. */
  clientLaunch(
    launch: LaunchDescription,
    language: Extract<Language, { kind: 'framed' }>,
    folders: EnvironmentFolders,
    logStream: string,
  ): ClientLaunch {
    const visible = visibleFolders(this.tools.level, folders);
    const { interpreter } = language;
    const { command } = interpreterView(this.tools.level, interpreter);
    const major = /^nodejs(\d+)/.exec(launch.runtime)?.[1];
    return {
      variables: processVariables(launch, visible, logStream, {
        folder: path.dirname(command),
        variables: interpreter.language === 'ruby' ? rubyVariables(interpreter, visible) : {},
      }),
      taskRoot: visible.task,
      optRoot: visible.opt,
      handler: launch.handler,
      logFormat: launch.logFormat,
      ...(major ? { nodeMajor: Number(major) } : {}),
      ...(this.tools.level === 'portable' || (this.tools.level === 'linux' && !this.tools.setpriv)
        ? { endpointPid: process.pid }
        : {}),
    };
  }

  /** bwrap and its own init stand above the function's process. */
  get wrapperDepth(): number {
    return this.tools.level === 'sandbox' ? 2 : 0;
  }

  #spawn(
    language: Extract<Language, { kind: 'framed' }>,
    folders: EnvironmentFolders,
    sizes: { memoryMb: number; ephemeralStorageMb: number },
    variables: Readonly<Record<string, string>>,
    clients: string,
    isShared = false,
  ): FramedWorker {
    const { level } = this.tools;
    const { interpreter } = language;
    const { command, readOnly } = interpreterView(level, interpreter);
    const visible = visibleFolders(level, folders);
    const clientFolder = level === 'sandbox' ? insideLaunchers : clients;
    const args =
      interpreter.language === 'java'
        ? javaArguments(interpreter, { memoryMb: sizes.memoryMb, variables, tmp: visible.tmp, clientFolder })
        : [...flagsOf(interpreter, sizes.memoryMb), path.join(clientFolder, language.client)];
    const line = [command, ...args];
    const wrapper = variables['AWS_LAMBDA_EXEC_WRAPPER'];
    if (wrapper) line.unshift(...fromShell, moved(wrapper, visible));
    const worker = new FramedWorker(
      wrapCommand(this.tools, {
        command: line[0] ?? command,
        args: line.slice(1),
        variables,
        folders,
        memoryMb: sizes.memoryMb,
        ephemeralStorageMb: sizes.ephemeralStorageMb,
        readOnly: { ...readOnly, [clients]: insideLaunchers },
        // Java reserves more than it uses; its memory is measured instead.
        hasDataLimit: interpreter.language !== 'java',
        reservedMb: interpreter.language === 'node' && nodeMajor(interpreter) >= 23 ? codeRangeMb : 0,
        isShared,
      }),
    );
    worker.wrapperDepth = this.wrapperDepth;
    return worker;
  }
}

function flagsOf(interpreter: Interpreter, memoryMb: number): string[] {
  if (interpreter.language === 'python') return ['-u', '-B'];
  if (interpreter.language === 'ruby') return ['-EUTF-8'];
  return [`--max-old-space-size=${Math.max(64, Math.floor(memoryMb * 0.9))}`];
}
