import path from 'node:path';
import type { LaunchDescription } from '../launch.ts';
import {
  visibleFolders,
  wrapCommand,
  type EnvironmentFolders,
  type IsolationTools,
} from '../isolation/wrap.ts';
import { javaSettings } from '../java.ts';
import type { Worker } from '../worker.ts';
import { ExtendedWorker } from './worker.ts';

export interface ExtensionPlan {
  readonly launch: LaunchDescription;
  readonly folders: EnvironmentFolders;
  readonly tools: IsolationTools;
  /** Of the function's process, with the address of the APIs. */
  readonly variables: Readonly<Record<string, string>>;
  readonly external: readonly string[];
  open(): Worker;
  close(): Promise<void>;
}

/** The function's process with the extensions of its layers around it. */
export function extendWorker(plan: ExtensionPlan): ExtendedWorker {
  const { launch, folders, tools } = plan;
  const { opt } = visibleFolders(tools.level, folders);
  return new ExtendedWorker({
    about: {
      functionName: launch.functionName,
      functionVersion: launch.version,
      handler: launch.handler,
      accountId: launch.accountId,
    },
    open: () => plan.open(),
    close: () => plan.close(),
    external: plan.external.map((name) => ({
      name,
      plan: wrapCommand(tools, {
        command: path.join(opt, 'extensions', name),
        args: [],
        variables: extensionVariables(plan.variables),
        folders,
        memoryMb: launch.memoryMb,
        ephemeralStorageMb: launch.ephemeralStorageMb,
        readOnly: tools.level === 'sandbox' ? javaSettings() : {},
        hasDataLimit: false,
        isShared: true,
      }),
    })),
  });
}

/** Extensions get the function's variables and credentials, and none of what describes its process. */
function extensionVariables(variables: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).filter(([name]) => !name.startsWith('_') && !functionOnly.has(name)),
  );
}

const functionOnly = new Set([
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_XRAY_CONTEXT_MISSING',
  'AWS_XRAY_DAEMON_ADDRESS',
  'LAMBDA_TASK_ROOT',
  'LAMBDA_RUNTIME_DIR',
]);
