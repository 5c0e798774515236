import type {
  AccessPointDescription,
  FileSystemDescription,
  LifeCycleState,
  MountTargetDescription,
} from '@aws-sdk/client-efs';
import { efsArn } from './finding.ts';
import type { EfsParts } from './parts.ts';
import type { AccessPointRecord, FileSystemRecord, MountTargetRecord } from './records.ts';
import { toTags } from './rules/tags.ts';

/** `state` is `creating` in the answer of a creation, as on AWS. */
export async function toFileSystem(
  { repository, folders }: EfsParts,
  record: FileSystemRecord,
  state: LifeCycleState = 'available',
): Promise<FileSystemDescription> {
  const size = await folders.measure(record.id);
  return {
    FileSystemId: record.id,
    FileSystemArn: efsArn(record, 'file-system', record.id),
    OwnerId: record.accountId,
    CreationToken: record.token,
    CreationTime: new Date(record.createdMs),
    LifeCycleState: state,
    Name: record.tags['Name'],
    NumberOfMountTargets: repository.count(record, 'mount-target', record.id),
    SizeInBytes: {
      Value: size.bytes,
      Timestamp: new Date(size.atMs),
      ValueInStandard: size.bytes,
      ValueInIA: 0,
      ValueInArchive: 0,
    },
    PerformanceMode: record.performanceMode,
    ThroughputMode: record.throughputMode,
    ProvisionedThroughputInMibps: record.provisionedMibps,
    Encrypted: record.isEncrypted,
    KmsKeyId: record.kmsKeyId,
    Tags: toTags(record.tags),
    FileSystemProtection: { ReplicationOverwriteProtection: 'ENABLED' },
  };
}

export function toMountTarget(
  { networks }: EfsParts,
  record: MountTargetRecord,
  state: LifeCycleState = 'available',
): MountTargetDescription {
  return {
    MountTargetId: record.id,
    FileSystemId: record.fileSystemId,
    SubnetId: record.subnetId,
    VpcId: record.vpcId,
    AvailabilityZoneName: record.zone,
    AvailabilityZoneId: networks.zoneId(record.region, record.zone),
    IpAddress: record.privateIp,
    NetworkInterfaceId: record.interfaceId,
    LifeCycleState: state,
    OwnerId: record.accountId,
  };
}

export function toAccessPoint(
  record: AccessPointRecord,
  state: LifeCycleState = 'available',
): AccessPointDescription {
  const { posixUser, creation } = record;
  return {
    AccessPointId: record.id,
    AccessPointArn: efsArn(record, 'access-point', record.id),
    ClientToken: record.token,
    Name: record.tags['Name'],
    FileSystemId: record.fileSystemId,
    LifeCycleState: state,
    OwnerId: record.accountId,
    PosixUser: posixUser && {
      Uid: posixUser.uid,
      Gid: posixUser.gid,
      ...(posixUser.secondaryGids.length > 0 && { SecondaryGids: [...posixUser.secondaryGids] }),
    },
    RootDirectory: {
      Path: record.rootPath,
      CreationInfo: creation && {
        OwnerUid: creation.uid,
        OwnerGid: creation.gid,
        Permissions: creation.permissions,
      },
    },
    Tags: toTags(record.tags),
  };
}
