import { existsSync } from 'node:fs';
import { mkdir, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  CreateAccessPointCommand,
  CreateFileSystemCommand,
  CreateMountTargetCommand,
  DeleteAccessPointCommand,
  DeleteFileSystemCommand,
  DeleteMountTargetCommand,
  DescribeAccessPointsCommand,
  DescribeBackupPolicyCommand,
  DescribeFileSystemPolicyCommand,
  DescribeFileSystemsCommand,
  DescribeLifecycleConfigurationCommand,
  DescribeMountTargetsCommand,
  DescribeMountTargetSecurityGroupsCommand,
  EFSClient,
  ListTagsForResourceCommand,
  ModifyMountTargetSecurityGroupsCommand,
  paginateDescribeFileSystems,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateFileSystemCommand,
} from '@aws-sdk/client-efs';
import { expect, test } from 'vitest';
import { startListener } from '../../../http/listener.ts';
import type { Store } from '../../../store/database.ts';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { createWire } from '../../../wire/wire.ts';
import { refusal } from '../../deliveries/test/harness.ts';
import { createEc2Service } from '../../ec2/index.ts';
import { stableId } from '../../ec2/ids.ts';
import { createManualClock } from '../../manual-clock.ts';
import { createEfsService } from '../index.ts';

const place = { accountId: '000000000000', region: 'us-east-1' };
const subnetOf = (zone: string) => stableId('subnet-', place, zone);
const defaultGroup = stableId('sg-', place, 'default');

async function openEfs(given?: { store: Store }) {
  const clock = createManualClock();
  const own = given ? undefined : await openTemporaryStore({ now: clock.now });
  const store = given?.store ?? own;
  if (!store) throw new Error('no store');
  const ec2 = createEc2Service({ database: store.database, clock });
  const service = createEfsService({ store, clock, networks: ec2.networks });
  const failures: object[] = [];
  const log = { error: (fields: object) => void failures.push(fields) };
  const wire = createWire([service, ec2], { log });
  const listener = await startListener({ port: 0, host: '127.0.0.1', wire, health: () => ({}), log });
  const efs = new EFSClient({
    endpoint: `http://127.0.0.1:${listener.port}`,
    region: place.region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  return {
    efs,
    clock,
    store,
    service,
    folder: (id: string) => path.join(store.folder, 'efs', id),
    async fileSystem(): Promise<string> {
      return (await efs.send(new CreateFileSystemCommand({}))).FileSystemId ?? '';
    },
    async [Symbol.asyncDispose]() {
      expect(failures).toEqual([]);
      efs.destroy();
      await listener.close();
      await own?.[Symbol.asyncDispose]();
    },
  };
}

test('a file system is a folder that is made, measured, described and deleted', async () => {
  await using own = await openEfs();
  const { efs } = own;
  const made = await efs.send(
    new CreateFileSystemCommand({
      CreationToken: 'mine',
      Encrypted: true,
      Tags: [{ Key: 'Name', Value: 'shared' }],
    }),
  );
  const FileSystemId = made.FileSystemId ?? '';
  expect(made).toMatchObject({
    FileSystemArn: `arn:aws:elasticfilesystem:us-east-1:000000000000:file-system/${FileSystemId}`,
    LifeCycleState: 'creating',
    PerformanceMode: 'generalPurpose',
    ThroughputMode: 'bursting',
    Encrypted: true,
    Name: 'shared',
    NumberOfMountTargets: 0,
  });
  expect(FileSystemId).toMatch(/^fs-[0-9a-f]{17}$/);
  expect(existsSync(own.folder(FileSystemId))).toBe(true);
  expect(await refusal(efs.send(new CreateFileSystemCommand({ CreationToken: 'mine' })))).toBe(
    `FileSystemAlreadyExists 409: File system '${FileSystemId}' already exists with creation token 'mine'`,
  );
  await writeFile(path.join(own.folder(FileSystemId), 'words'), 'x'.repeat(1000));
  const describe = async () =>
    (await efs.send(new DescribeFileSystemsCommand({ FileSystemId }))).FileSystems?.[0];
  expect((await describe())?.SizeInBytes?.Value).toBe(6144);
  own.clock.advance(61_000);
  expect(await describe()).toMatchObject({ LifeCycleState: 'available', SizeInBytes: { Value: 7144 } });
  await efs.send(
    new UpdateFileSystemCommand({
      FileSystemId,
      ThroughputMode: 'provisioned',
      ProvisionedThroughputInMibps: 5,
    }),
  );
  expect(await describe()).toMatchObject({ ThroughputMode: 'provisioned', ProvisionedThroughputInMibps: 5 });
  await efs.send(new UpdateFileSystemCommand({ FileSystemId, ThroughputMode: 'elastic' }));
  expect((await describe())?.ProvisionedThroughputInMibps).toBeUndefined();
  expect(await refusal(efs.send(new CreateFileSystemCommand({ ProvisionedThroughputInMibps: 5 })))).toContain(
    'BadRequest 400',
  );
  await efs.send(new DeleteFileSystemCommand({ FileSystemId }));
  expect(existsSync(own.folder(FileSystemId))).toBe(false);
  expect(await refusal(describe())).toBe(
    `FileSystemNotFound 404: File system '${FileSystemId}' does not exist.`,
  );
});

test('file systems survive a restart, folders of deleted ones do not', async () => {
  await using own = await openEfs();
  const id = await own.fileSystem();
  await writeFile(path.join(own.folder(id), 'kept'), 'yes');
  await mkdir(own.folder('fs-00000000000000000'));
  await using again = await openEfs({ store: own.store });
  const { FileSystems = [] } = await again.efs.send(new DescribeFileSystemsCommand({}));
  expect(FileSystems.map(({ FileSystemId }) => FileSystemId)).toEqual([id]);
  expect(existsSync(path.join(own.folder(id), 'kept'))).toBe(true);
  expect(existsSync(own.folder('fs-00000000000000000'))).toBe(false);
});

test('mount targets stand in subnets, one a zone, with an interface each', async () => {
  await using own = await openEfs();
  const { efs } = own;
  const FileSystemId = await own.fileSystem();
  const target = (SubnetId: string, more: object = {}) =>
    efs.send(new CreateMountTargetCommand({ FileSystemId, SubnetId, ...more }));
  const made = await target(subnetOf('us-east-1a'), { IpAddress: '172.31.0.9' });
  expect(made).toMatchObject({
    AvailabilityZoneName: 'us-east-1a',
    AvailabilityZoneId: 'use1-az1',
    IpAddress: '172.31.0.9',
    LifeCycleState: 'creating',
  });
  expect(await refusal(target(subnetOf('us-east-1a')))).toBe(
    'MountTargetConflict 409: mount target already exists in this AZ',
  );
  expect(await refusal(target('subnet-0'))).toBe(
    "SubnetNotFound 400: The subnet ID 'subnet-0' does not exist",
  );
  expect(await refusal(target(subnetOf('us-east-1b'), { SecurityGroups: ['sg-0'] }))).toContain(
    'SecurityGroupNotFound 400',
  );
  expect(await refusal(target(subnetOf('us-east-1b'), { IpAddress: '10.0.0.1' }))).toContain(
    'BadRequest 400',
  );
  const { MountTargets } = await efs.send(new DescribeMountTargetsCommand({ FileSystemId }));
  expect(MountTargets).toMatchObject([{ MountTargetId: made.MountTargetId, LifeCycleState: 'available' }]);
  const MountTargetId = made.MountTargetId ?? '';
  const groups = async () =>
    (await efs.send(new DescribeMountTargetSecurityGroupsCommand({ MountTargetId }))).SecurityGroups;
  expect(await groups()).toEqual([defaultGroup]);
  expect(
    await refusal(
      efs.send(new ModifyMountTargetSecurityGroupsCommand({ MountTargetId, SecurityGroups: ['sg-0'] })),
    ),
  ).toContain('SecurityGroupNotFound');
  expect(await refusal(efs.send(new DeleteFileSystemCommand({ FileSystemId })))).toContain(
    'FileSystemInUse 409',
  );
  await efs.send(new DeleteMountTargetCommand({ MountTargetId }));
  await efs.send(new DeleteFileSystemCommand({ FileSystemId }));
  expect(await refusal(groups())).toContain('MountTargetNotFound 404');
});

test('an access point shows a folder that is made as it says', async () => {
  await using own = await openEfs();
  const { efs, service } = own;
  const FileSystemId = await own.fileSystem();
  const point = async (RootDirectory?: object) =>
    (
      await efs.send(
        new CreateAccessPointCommand({ FileSystemId, RootDirectory, PosixUser: { Uid: 1000, Gid: 1000 } }),
      )
    ).AccessPointArn ?? '';
  const whole = await point();
  expect(await service.fileSystems.folderOf(place, whole)).toBe(own.folder(FileSystemId));
  const CreationInfo = { OwnerUid: 1000, OwnerGid: 1000, Permissions: '0700' };
  const deep = await service.fileSystems.folderOf(place, await point({ Path: '/a/b', CreationInfo }));
  expect(deep).toBe(path.join(own.folder(FileSystemId), 'a', 'b'));
  expect((await stat(deep)).mode & 0o777).toBe(0o700);
  await expect(service.fileSystems.folderOf(place, await point({ Path: '/c' }))).rejects.toThrow(
    'Its root directory /c does not exist, and the access point does not say how to create it.',
  );
  await symlink('/etc', path.join(own.folder(FileSystemId), 'out'));
  await expect(
    service.fileSystems.folderOf(place, await point({ Path: '/out', CreationInfo })),
  ).rejects.toThrow('Its root directory /out is not a folder of the file system.');
  expect(await refusal(point({ Path: '/../etc' }))).toContain('BadRequest 400');
  expect(
    await refusal(point({ Path: '/a', CreationInfo: { ...CreationInfo, Permissions: '99' } })),
  ).toContain('BadRequest 400');
  const { AccessPoints = [] } = await efs.send(new DescribeAccessPointsCommand({ FileSystemId }));
  expect(AccessPoints).toHaveLength(4);
  const first = AccessPoints[0]?.AccessPointId ?? '';
  await efs.send(new DeleteAccessPointCommand({ AccessPointId: first }));
  expect(await refusal(efs.send(new DescribeAccessPointsCommand({ AccessPointId: first })))).toBe(
    `AccessPointNotFound 404: Access point '${first}' does not exist.`,
  );
});

test('tags, pages and policies answer as clients expect', async () => {
  await using own = await openEfs();
  const { efs } = own;
  const ids = [await own.fileSystem(), await own.fileSystem(), await own.fileSystem()].sort();
  const seen: (string | undefined)[] = [];
  for await (const { FileSystems = [] } of paginateDescribeFileSystems({ client: efs, pageSize: 2 }, {}))
    seen.push(...FileSystems.map(({ FileSystemId }) => FileSystemId));
  expect(seen).toEqual(ids);
  const [FileSystemId = ''] = ids;
  const ResourceId = `arn:aws:elasticfilesystem:us-east-1:000000000000:file-system/${FileSystemId}`;
  await efs.send(
    new TagResourceCommand({
      ResourceId,
      Tags: [
        { Key: 'a', Value: '1' },
        { Key: 'b', Value: '2' },
      ],
    }),
  );
  await efs.send(new UntagResourceCommand({ ResourceId: FileSystemId, TagKeys: ['a'] }));
  expect((await efs.send(new ListTagsForResourceCommand({ ResourceId }))).Tags).toEqual([
    { Key: 'b', Value: '2' },
  ]);
  expect(
    (await efs.send(new DescribeLifecycleConfigurationCommand({ FileSystemId }))).LifecyclePolicies,
  ).toEqual([]);
  expect(await refusal(efs.send(new DescribeBackupPolicyCommand({ FileSystemId })))).toContain(
    'PolicyNotFound 404',
  );
  expect(await refusal(efs.send(new DescribeFileSystemPolicyCommand({ FileSystemId })))).toContain(
    'PolicyNotFound 404',
  );
});
