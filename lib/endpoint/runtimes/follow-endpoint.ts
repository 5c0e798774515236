import type { SpawnPlan } from './isolation/wrap.ts';

/**
 * Starts the program of a plan from a shell that leaves another one in its process group: that one waits on descriptor 3,
 * which closes with the endpoint, and then ends the group. Programs of functions know nothing of the endpoint and would
 * outlive it where no sandbox ends them; it is no child of theirs, so that they never wait for it.
 */
export function followingEndpoint(plan: SpawnPlan): SpawnPlan {
  const watch = '( (read -r _ <&3; kill -9 -$$) >/dev/null 2>&1 & )';
  const line = `${watch}; exec 3<&-; exec "$0" "$@"`;
  return { ...plan, command: '/bin/sh', args: ['-c', line, plan.command, ...plan.args] };
}
