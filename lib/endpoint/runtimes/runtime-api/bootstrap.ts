import fs from 'node:fs';
import path from 'node:path';
import type { StartedWorker } from '../environment-parts.ts';
import {
  visibleFolders,
  wrapCommand,
  type EnvironmentFolders,
  type IsolationTools,
} from '../isolation/wrap.ts';
import { javaSettings } from '../java.ts';
import type { LaunchDescription } from '../launch.ts';
import { moved } from '../variables.ts';
import { invalidEntrypoint, tooLarge, type Failure } from '../outcomes.ts';
import {
  afterPendingInput,
  ChildHandle,
  spawnChild,
  type Invocation,
  type Worker,
  type WorkerEvents,
} from '../worker.ts';
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
  if (plan.program && wrapper) line.unshift(moved(wrapper, visible));
  const link: { worker?: BootstrapWorker } = {};
  const server = new RuntimeApiServer(eventsTo(() => link.worker?.listener));
  const address = await server.listen();
  const child = spawnChild(
    wrapCommand(tools, {
      command: line[0] ?? '',
      args: line.slice(1),
      variables: { ...plan.variables, AWS_LAMBDA_RUNTIME_API: address },
      folders,
      memoryMb: launch.memoryMb,
      ephemeralStorageMb: launch.ephemeralStorageMb,
      // It may be a script that starts the system's Java.
      readOnly: { ...(tools.level === 'sandbox' ? javaSettings() : {}), ...plan.program?.readOnly },
      // Languages with a garbage collector of their own reserve more than they use; the tree is measured instead.
      hasDataLimit: false,
    }),
    0,
  );
  const worker = new BootstrapWorker(child, server);
  link.worker = worker;
  const message = {
    variables: {},
    taskRoot: visible.task,
    optRoot: visible.opt,
    handler: launch.handler,
    logFormat: launch.logFormat,
  };
  return { worker, message, wrapperDepth: plan.wrapperDepth };
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
    this.exit = this.exit.then(() => server.close());
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
