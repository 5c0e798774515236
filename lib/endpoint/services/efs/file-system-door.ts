import { parseArn } from '../../../shared/arn.ts';
import { efsArn } from './finding.ts';
import type { EfsParts } from './parts.ts';
import type { Place } from './records.ts';

/** Where a file system can be reached in the network. */
export interface MountTargetFacts {
  readonly vpcId: string;
  readonly zone: string;
  readonly privateIp: string;
  readonly groupIds: readonly string[];
}

export interface AccessPointFacts {
  readonly arn: string;
  readonly fileSystemArn: string;
  readonly mountTargets: readonly MountTargetFacts[];
}

/** File systems as functions use them, without the wire. */
export interface FileSystemDoor {
  /** Of this account and Region; undefined for one that is not there. */
  accessPoint(place: Place, arn: string): AccessPointFacts | undefined;
  /** The folder on this machine that the access point shows. Throws a MountRefusal that says why there is none. */
  folderOf(place: Place, arn: string): Promise<string>;
}

/** A file system has one mount target a zone. */
const mountTargetsMax = 100;

export function createFileSystemDoor(parts: EfsParts, refuse: (reason: string) => Error): FileSystemDoor {
  const find = (place: Place, arn: string) => {
    const { service, region, account, resource = '' } = parseArn(arn) ?? {};
    const isHere = service === 'elasticfilesystem' && region === place.region && account === place.accountId;
    const [kind, id = ''] = resource.split('/');
    return isHere && kind === 'access-point' ? parts.repository.find(place, 'access-point', id) : undefined;
  };
  return {
    accessPoint(place, arn) {
      const point = find(place, arn);
      if (!point) return undefined;
      const page = { after: '', countMax: mountTargetsMax };
      return {
        arn,
        fileSystemArn: efsArn(point, 'file-system', point.fileSystemId),
        mountTargets: parts.repository.page(place, 'mount-target', point.fileSystemId, page),
      };
    },
    async folderOf(place, arn) {
      const point = find(place, arn);
      if (!point) throw refuse('The access point does not exist any more.');
      return parts.folders.open(point);
    },
  };
}
