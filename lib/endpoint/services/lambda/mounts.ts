import type { LaunchDescription } from '../../runtimes/launch.ts';
import { MountRefusal } from '../efs/index.ts';
import { efsMountConnectivity, efsMountFailure } from './errors.ts';
import { canReachFileSystem } from './network.ts';
import type { LambdaParts } from './parts.ts';
import type { FunctionRecord, FunctionSettings } from './records.ts';

type Parts = Pick<LambdaParts, 'networks' | 'fileSystems' | 'runtimes'>;

/** The launch with the folders of its file systems; refused like on AWS where one cannot be mounted. */
export async function withMounts(
  launch: LaunchDescription,
  record: FunctionRecord,
  settings: FunctionSettings,
  parts: Parts,
): Promise<LaunchDescription> {
  const wanted = settings.fileSystems ?? [];
  if (wanted.length === 0) return launch;
  const mounts = await Promise.all(
    wanted.map(async ({ arn, path }) => ({
      host: await folderOf(arn, record, settings, parts),
      inside: path,
    })),
  );
  return { ...launch, mounts };
}

async function folderOf(
  arn: string,
  record: FunctionRecord,
  { vpc }: FunctionSettings,
  { networks, fileSystems, runtimes }: Parts,
): Promise<string> {
  if (runtimes.isolation !== 'sandbox')
    throw efsMountFailure(
      arn,
      `Functions run at the isolation level "${runtimes.isolation}" on this machine, which shows them no folder under /mnt. File systems need the level "sandbox": on Linux, install bubblewrap (bwrap 0.7 or newer), leave LAMBDECK_ISOLATION unset, and restart the endpoint.`,
    );
  const point = fileSystems?.accessPoint(record, arn);
  if (!fileSystems || !point) throw efsMountFailure(arn, 'The access point does not exist any more.');
  if (!vpc || !canReachFileSystem({ networks, fileSystems }, record, point, vpc))
    throw efsMountConnectivity(arn);
  try {
    return await fileSystems.folderOf(record, arn);
  } catch (error) {
    if (!(error instanceof MountRefusal)) throw error;
    throw efsMountFailure(arn, error.message);
  }
}
