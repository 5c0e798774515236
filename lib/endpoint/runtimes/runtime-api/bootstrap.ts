import fs from 'node:fs';
import path from 'node:path';
import type { RequestListener } from 'node:http';
import type { StartedWorker } from '../environment-parts.ts';
import {
  visibleFolders,
  wrapCommand,
  type EnvironmentFolders,
  type IsolationTools,
} from '../isolation/wrap.ts';
import { extendWorker } from '../extensions/extend-worker.ts';
import { externalExtensions } from '../extensions/process.ts';
import type { ExtendedWorker } from '../extensions/worker.ts';
import { javaSettings } from '../java.ts';
import type { LaunchDescription } from '../launch.ts';
import { fromShell, moved } from '../variables.ts';
import { invalidEntrypoint, tooLarge, type Failure } from '../outcomes.ts';
import { afterPendingInput } from '../pending-input.ts';
import { ChildHandle, spawnProgram, type Invocation, type Worker, type WorkerEvents } from '../worker.ts';
import { RuntimeApiServer } from './server.ts';

export interface BootstrapPlan {
  readonly launch: LaunchDescription;
  readonly folders: EnvironmentFolders;
  readonly tools: IsolationTools;
  readonly variables: Record<string, string>;
  readonly wrapperDepth: number;
  /** What runs instead of a bootstrap of the package or of a layer, as the process sees it. */
  readonly program?: {
    readonly command: string;
    readonly args: readonly string[];
    readonly readOnly: Readonly<Record<string, string>>;
  };
  /** Named in the error if there is no bootstrap. */
  readonly requestId: string;
}

/** Starts `bootstrap` of the package, or of a layer, behind a Runtime API of its own. */
export async function startBootstrap(plan: BootstrapPlan): Promise<StartedWorker | Failure> {
  const { folders, launch, tools } = plan;
  const visible = visibleFolders(tools.level, folders);
  const place = (['task', 'opt'] as const).find((name) =>
    isExecutable(path.join(folders[name], 'bootstrap')),
  );
  if (!place && !plan.program) return invalidEntrypoint(plan.requestId);
  const line = plan.program
    ? [plan.program.command, ...plan.program.args]
    : [path.join(visible[place ?? 'task'], 'bootstrap')];
  const wrapper = plan.variables['AWS_LAMBDA_EXEC_WRAPPER'];
  if (plan.program && wrapper) line.unshift(...fromShell, moved(wrapper, visible));
  const link: { worker?: BootstrapWorker; extended?: ExtendedWorker } = {};
  const server = new RuntimeApiServer(
    eventsTo(() => link.worker?.listener),
    (...call) => link.extended?.route(...call) ?? Promise.resolve(false),
  );
  const address = await server.listen();
  const variables = { ...plan.variables, AWS_LAMBDA_RUNTIME_API: address };
  const external = externalExtensions(folders.opt);
  link.extended = extendWorker({
    ...plan,
    variables,
    external,
    close: () => server.close(),
    open: () => {
      const child = spawnProgram(
        wrapCommand(tools, {
          command: line[0] ?? '',
          args: line.slice(1),
          variables,
          folders,
          memoryMb: launch.memoryMb,
          ephemeralStorageMb: launch.ephemeralStorageMb,
          // It may be a script that starts the system's Java.
          readOnly: { ...(tools.level === 'sandbox' ? javaSettings() : {}), ...plan.program?.readOnly },
          // Languages with a garbage collector of their own reserve more than they use; the tree is measured instead.
          hasDataLimit: false,
          isShared: external.length > 0,
        }),
      );
      link.worker = new BootstrapWorker(child, server);
      link.worker.wrapperDepth = plan.wrapperDepth;
      return link.worker;
    },
  });
  const message = {
    variables: {},
    taskRoot: visible.task,
    optRoot: visible.opt,
    handler: launch.handler,
    logFormat: launch.logFormat,
  };
  return { worker: link.extended, message, wrapperDepth: plan.wrapperDepth };
}

/** The APIs for the extensions of a process that speaks another protocol with the endpoint. */
export async function serveExtensions(
  route: (...call: Parameters<RequestListener>) => Promise<boolean>,
): Promise<{ address: string; close(): Promise<void> }> {
  const ignored = () => undefined;
  const server = new RuntimeApiServer(
    {
      wantsWork: ignored,
      initFailed: ignored,
      answered: ignored,
      tooLarge: ignored,
      failed: ignored,
      streamStarted: ignored,
      chunk: ignored,
      streamEnded: ignored,
    },
    route,
  );
  return { address: await server.listen(), close: () => server.close() };
}

function isExecutable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

class BootstrapWorker extends ChildHandle implements Worker {
  readonly announcesIdle = true;
  readonly #server: RuntimeApiServer;

  constructor(child: ChildHandle['child'], server: RuntimeApiServer) {
    super(child);
    this.#server = server;
  }

  /** The process read everything from its variables. */
  launch(): void {}

  invoke(invocation: Invocation): void {
    this.#server.deliver(invocation);
  }
}

/** Output was written before the call that follows it, on another socket: it is read first. */
function eventsTo(
  listener: () => WorkerEvents | undefined,
): ConstructorParameters<typeof RuntimeApiServer>[0] {
  const after = (tell: (to: WorkerEvents) => void) =>
    afterPendingInput(() => {
      const to = listener();
      if (to) tell(to);
    });
  return {
    wantsWork: () => after((to) => to.wantsWork()),
    initFailed: (payload, type) => after((to) => to.initFailed(payload, type)),
    answered: (id, payload) => after((to) => to.answered(id, payload)),
    tooLarge: (id) => after((to) => to.failed(id, tooLarge().payload, tooLarge().errorType, false)),
    failed: (id, payload, type) => after((to) => to.failed(id, payload, type, false)),
    streamStarted: (id, type) => after((to) => to.streamStarted(id, type)),
    chunk: (id, bytes) => after((to) => to.chunk(id, bytes)),
    streamEnded: (id, failure) => after((to) => to.streamEnded(id, failure)),
  };
}
