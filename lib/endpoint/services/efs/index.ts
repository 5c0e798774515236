/**
 * Amazon EFS: file systems that functions mount, as folders of this machine.
 *
 * Gaps
 * - Lifecycle, backup and file system policies, replication, One Zone file systems, S3 Files, IPv6 mount targets, and the
 *   older operations for tags (CreateTags, DeleteTags, DescribeTags). Reads of policies answer truly: there are none.
 * - Accepted, kept and shown without effect: encryption and its key (files rest as they are, in the data folder),
 *   performance and throughput modes, and the numbers of users and groups: functions and files belong to the user that
 *   runs this endpoint. Permissions of a root directory that is created here are applied.
 * - No NFS: nothing but functions of this endpoint mounts a file system. Texts of refusals are partly unconfirmed.
 *
 * By design
 * - A file system is the folder `efs/<id>` of the data folder, and goes with everything in it when it is deleted. It is
 *   as large as the disk; its size is measured at most once a minute, over its first 20,000 files.
 * - Creations and deletions end at once; the answer of a creation says `creating` nevertheless, as clients wait for the
 *   change.
 * - A link inside a file system is never followed out of it: an access point's root is made of real folders alone.
 *
 * Client quirks
 * - Terraform reads lifecycle, backup and file system policies of every file system and relies on the exact answers.
 * - The CLI makes creation tokens by itself; the same token again answers with the file system that has it.
 */
import type { Store } from '../../store/database.ts';
import { bindOperations } from '../bind-operations.ts';
import type { Clock } from '../clock.ts';
import type { NetworkDoor } from '../ec2/index.ts';
import type { Service } from '../service.ts';
import { createFileSystemDoor, type FileSystemDoor } from './file-system-door.ts';
import { createFolders, MountRefusal, sweepFolders } from './folders.ts';
import { operations } from './generated/operations.ts';
import type { EfsParts } from './parts.ts';
import { createEfsRepository } from './repository.ts';

export type { AccessPointFacts, FileSystemDoor } from './file-system-door.ts';
export { MountRefusal } from './folders.ts';

export interface EfsOptions {
  readonly store: Pick<Store, 'folder' | 'database'>;
  readonly clock: Clock;
  /** Subnets and groups that mount targets stand in. */
  readonly networks: NetworkDoor;
}

export interface EfsService extends Service {
  readonly fileSystems: FileSystemDoor;
}

/** Removes what the last run left of deleted file systems, then answers operations. */
export function createEfsService({ store, clock, networks }: EfsOptions): EfsService {
  const repository = createEfsRepository(store.database);
  sweepFolders(store.folder, repository.fileSystemIds());
  const folders = createFolders(store.folder, () => clock.now());
  const parts: EfsParts = { repository, clock, networks, folders };
  return {
    name: 'efs',
    operations: bindOperations(operations, parts),
    fileSystems: createFileSystemDoor(parts, (reason) => new MountRefusal(reason)),
  };
}
