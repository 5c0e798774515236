import type { LaunchDescription } from '../launch.ts';
import type { StartedWorker } from '../environment.ts';
import type { EnvironmentFolders, IsolationTools } from '../isolation/wrap.ts';
import { invalidEntrypoint, type Failure } from '../outcomes.ts';

export interface BootstrapPlan {
  readonly launch: LaunchDescription;
  readonly folders: EnvironmentFolders;
  readonly tools: IsolationTools;
  readonly variables: Record<string, string>;
  readonly wrapperDepth: number;
}

/** Starts `bootstrap` of a package or layer behind a Runtime API of its own. */
export async function startBootstrap(plan: BootstrapPlan): Promise<StartedWorker | Failure> {
  void plan;
  return invalidEntrypoint('');
}
