import path from 'node:path';
import type { LaunchDescription } from './launch.ts';
import {
  visibleFolders,
  wrapCommand,
  type EnvironmentFolders,
  type IsolationTools,
} from './isolation/wrap.ts';
import { interpreterView, type Language } from './languages.ts';
import { moved, processVariables } from './variables.ts';
import { FramedWorker, type ClientLaunch } from './worker.ts';
import type { StartedWorker } from './environment-parts.ts';
import type { Failure } from './outcomes.ts';
import { startBootstrap } from './runtime-api/bootstrap.ts';

/** Where the sandbox shows our clients; AWS keeps its own there too. */
const insideLaunchers = '/var/runtime';

/** Turns a function's description into a running process, at the isolation level of this machine. */
export class Starter {
  readonly tools: IsolationTools;
  readonly #launchersFolder: string;

  constructor(tools: IsolationTools, launchersFolder: string) {
    this.tools = tools;
    this.#launchersFolder = launchersFolder;
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
      const variables = processVariables(launch, visible, logStream);
      return startBootstrap({
        requestId,
        launch,
        folders,
        tools: this.tools,
        variables,
        wrapperDepth: this.wrapperDepth,
      });
    }
    const message = this.clientLaunch(launch, language, folders, logStream);
    const worker = this.#spawn(language, folders, launch, message.variables);
    return { worker, message, wrapperDepth: this.wrapperDepth };
  }

  /** A process that waits for a function to become; its memory and disk limits are fixed already. */
  spare(
    language: Extract<Language, { kind: 'framed' }>,
    folders: EnvironmentFolders,
    sizes: { memoryMb: number; ephemeralStorageMb: number },
  ): FramedWorker {
    return this.#spawn(language, folders, sizes, {});
  }

  /** What a client process must know; the same for a fresh process and for a spare. */
  clientLaunch(
    launch: LaunchDescription,
    language: Extract<Language, { kind: 'framed' }>,
    folders: EnvironmentFolders,
    logStream: string,
  ): ClientLaunch {
    const visible = visibleFolders(this.tools.level, folders);
    const { command } = interpreterView(this.tools.level, language.interpreter);
    const major = /^nodejs(\d+)/.exec(launch.runtime)?.[1];
    return {
      variables: processVariables(launch, visible, logStream, path.dirname(command)),
      taskRoot: visible.task,
      optRoot: visible.opt,
      handler: launch.handler,
      logFormat: launch.logFormat,
      ...(major ? { nodeMajor: Number(major) } : {}),
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
  ): FramedWorker {
    const isSandbox = this.tools.level === 'sandbox';
    const { command, readOnly } = interpreterView(this.tools.level, language.interpreter);
    const client = path.join(isSandbox ? insideLaunchers : this.#launchersFolder, language.client);
    const flags =
      language.interpreter.language === 'node'
        ? [`--max-old-space-size=${Math.max(64, Math.floor(sizes.memoryMb * 0.9))}`]
        : ['-u', '-B'];
    const line = [command, ...flags, client];
    const wrapper = variables['AWS_LAMBDA_EXEC_WRAPPER'];
    if (wrapper) line.unshift(moved(wrapper, visibleFolders(this.tools.level, folders)));
    return new FramedWorker(
      wrapCommand(this.tools, {
        command: line[0] ?? command,
        args: line.slice(1),
        variables,
        folders,
        memoryMb: sizes.memoryMb,
        ephemeralStorageMb: sizes.ephemeralStorageMb,
        readOnly: { ...readOnly, [this.#launchersFolder]: insideLaunchers },
        hasDataLimit: true,
      }),
    );
  }
}
