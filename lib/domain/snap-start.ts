/** Whether a function can have SnapStart, by AWS's published rules for its runtime and /tmp. */

export type SnapStartObstacle = 'runtime' | 'ephemeral-storage';

/** Above this much /tmp, in MB, AWS refuses SnapStart. */
export const snapStartStorageMaxMb = 512;

function isRuntimeSupported(runtime: string): boolean {
  const java = /^java(\d+)/.exec(runtime);
  if (java) return Number(java[1]) >= 11;
  const python = /^python3\.(\d+)$/.exec(runtime);
  if (python) return Number(python[1]) >= 12;
  const dotnet = /^dotnet(\d+)$/.exec(runtime);
  return dotnet ? Number(dotnet[1]) >= 8 : false;
}

/** What stands against SnapStart; undefined when nothing does. An image has no runtime, so only AWS can tell. */
export function snapStartObstacle(
  runtime: string | undefined,
  ephemeralStorageMb: number,
): SnapStartObstacle | undefined {
  if (runtime !== undefined && !isRuntimeSupported(runtime)) return 'runtime';
  return ephemeralStorageMb > snapStartStorageMaxMb ? 'ephemeral-storage' : undefined;
}
