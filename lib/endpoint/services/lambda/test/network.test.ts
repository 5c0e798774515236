import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Runtimes } from '../../../runtimes/launch.ts';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { createEc2Service } from '../../ec2/index.ts';
import { stableId } from '../../ec2/ids.ts';
import { createEfsService } from '../../efs/index.ts';
import { createManualClock } from '../../manual-clock.ts';
import type { Operation, Service } from '../../service.ts';
import { context, openLambda, ready, refusalOf, report } from './harness.ts';

const subnet = (letter: string) => stableId('subnet-', context, `eu-west-1${letter}`);
const group = stableId('sg-', context, 'default');
const vpcId = stableId('vpc-', context, 'default');
const VpcConfig = { SubnetIds: [subnet('a'), subnet('b')], SecurityGroupIds: [group] };

/** Functions beside EC2 and EFS; calls are recorded, not run. */
async function openNetwork(isolation: Runtimes['isolation'] = 'sandbox') {
  const manualClock = createManualClock();
  const store = await openTemporaryStore({ now: manualClock.now });
  const ec2 = createEc2Service({ database: store.database, clock: manualClock });
  const efs = createEfsService({ store, clock: manualClock, networks: ec2.networks });
  const launches: object[] = [];
  const runtimes: Runtimes = {
    isolation,
    found: [],
    invoke: (launch) => {
      launches.push({ mounts: launch.mounts });
      return Promise.resolve({ kind: 'success', payload: Buffer.from('1'), report });
    },
    provision: () => Promise.resolve({ kind: 'ready' }),
    provisioned: () => 0,
    retire: () => undefined,
    counts: () => ({ environments: 0, busy: 0, starting: 0 }),
    close: () => Promise.resolve(),
  };
  const lambda = await openLambda({
    store,
    manualClock,
    runtimes,
    networks: ec2.networks,
    fileSystems: efs.fileSystems,
  });
  const callOf = (service: Service) => async (name: string, input: object) =>
    (await (service.operations[name] as Operation<object>)(input, context)) as Record<string, unknown>;
  const callEfs = callOf(efs);
  return {
    ...lambda,
    store,
    launches,
    ec2: callOf(ec2),
    efs: callEfs,
    /** An access point of a new file system with mount targets in these zones. */
    async accessPoint(...zones: string[]) {
      const { FileSystemId } = await callEfs('CreateFileSystem', {});
      for (const zone of zones) await callEfs('CreateMountTarget', { FileSystemId, SubnetId: subnet(zone) });
      const made = await callEfs('CreateAccessPoint', { FileSystemId });
      return { arn: String(made['AccessPointArn']), id: String(FileSystemId) };
    },
    async [Symbol.asyncDispose]() {
      await lambda[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
    },
  };
}

type Network = Awaited<ReturnType<typeof openNetwork>>;

async function interfaces(own: Network): Promise<unknown[]> {
  const { NetworkInterfaces } = await own.ec2('DescribeNetworkInterfaces', {
    Filters: [{ Name: 'interface-type', Values: ['lambda'] }],
  });
  return NetworkInterfaces as unknown[];
}

async function update(own: Network, input: object) {
  const answer = await own.call('UpdateFunctionConfiguration', { FunctionName: 'fn', ...input });
  await ready(own);
  return answer;
}

test('a function in a VPC says which, and holds interfaces there until it leaves', async () => {
  await using own = await openNetwork();
  const created = await own.create({ VpcConfig });
  expect(created).toMatchObject({
    State: 'Pending',
    VpcConfig: { ...VpcConfig, VpcId: vpcId, Ipv6AllowedForDualStack: false },
  });
  await ready(own);
  expect(await interfaces(own)).toMatchObject([
    { InterfaceType: 'lambda', Description: 'AWS Lambda VPC ENI-fn', VpcId: vpcId },
    {},
  ]);
  await own.call('PublishVersion', { FunctionName: 'fn' });
  // Another setting leaves it where it is.
  expect(await update(own, { Timeout: 5 })).toMatchObject({ VpcConfig: { VpcId: vpcId } });
  expect(await update(own, { VpcConfig: { SubnetIds: [], SecurityGroupIds: [] } })).toMatchObject({
    VpcConfig: { SubnetIds: [], SecurityGroupIds: [], VpcId: '' },
  });
  // The version is there still.
  expect(await interfaces(own)).toHaveLength(2);
  await expect(own.ec2('DeleteSubnet', { SubnetId: subnet('a') })).rejects.toThrow('has dependencies');
  await own.call('DeleteFunction', { FunctionName: 'fn', Qualifier: '1' });
  expect(await interfaces(own)).toEqual([]);
  await own.call('UpdateFunctionConfiguration', { FunctionName: 'fn', VpcConfig });
  expect(await interfaces(own)).toHaveLength(2);
  await own.call('DeleteFunction', { FunctionName: 'fn' });
  expect(await interfaces(own)).toEqual([]);
  await own.ec2('DeleteSubnet', { SubnetId: subnet('a') });
});

test('a network that does not hold together is refused', async () => {
  await using own = await openNetwork();
  const refused = (config: object) => refusalOf(own.create({ VpcConfig: { ...VpcConfig, ...config } }));
  const invalid = 'InvalidParameterValueException 400: ';
  expect(await refused({ SubnetIds: ['subnet-0'] })).toBe(
    `${invalid}Error occurred while DescribeSubnets. EC2 Error Code: InvalidSubnetID.NotFound. EC2 Error Message: The subnet ID 'subnet-0' does not exist`,
  );
  expect(await refused({ SecurityGroupIds: ['sg-0'] })).toBe(
    `${invalid}Error occurred while DescribeSecurityGroups. EC2 Error Code: InvalidGroup.NotFound. EC2 Error Message: The security group 'sg-0' does not exist`,
  );
  expect(await refused({ SecurityGroupIds: [] })).toBe(
    `${invalid}SubnetIds and SecurityIds must coexist or be both empty list.`,
  );
  const { Vpc } = (await own.ec2('CreateVpc', {
    CidrBlock: '10.0.0.0/16',
    AmazonProvidedIpv6CidrBlock: true,
  })) as { Vpc: { VpcId: string; Ipv6CidrBlockAssociationSet: { Ipv6CidrBlock: string }[] } };
  const { GroupId } = await own.ec2('CreateSecurityGroup', {
    GroupName: 'g',
    Description: 'g',
    VpcId: Vpc.VpcId,
  });
  const { Subnet } = (await own.ec2('CreateSubnet', {
    VpcId: Vpc.VpcId,
    CidrBlock: '10.0.0.0/24',
    Ipv6CidrBlock: Vpc.Ipv6CidrBlockAssociationSet[0]?.Ipv6CidrBlock.replace('/56', '/64'),
  })) as { Subnet: { SubnetId: string } };
  expect(await refused({ SecurityGroupIds: [GroupId] })).toBe(
    `${invalid}Security Groups are required to be in the same VPC.`,
  );
  expect(await refused({ SubnetIds: [subnet('a'), Subnet.SubnetId] })).toBe(
    `${invalid}Subnets are required to be in the same VPC.`,
  );
  expect(await refused({ Ipv6AllowedForDualStack: true })).toContain('needs dual-stack subnets');
  const dual = { SubnetIds: [Subnet.SubnetId], SecurityGroupIds: [GroupId], Ipv6AllowedForDualStack: true };
  expect(await own.create({ VpcConfig: dual })).toMatchObject({ VpcConfig: { ...dual, VpcId: Vpc.VpcId } });
});

test('a file system needs a VPC, an access point and mount targets', async () => {
  await using own = await openNetwork();
  const { arn } = await own.accessPoint('a');
  const unknown = arn.replace(/.{17}$/, '0'.repeat(17));
  const FileSystemConfigs = [{ Arn: arn, LocalMountPath: '/mnt/shared' }];
  const refused = (input: object) => refusalOf(own.create({ VpcConfig, FileSystemConfigs, ...input }));
  const invalid = 'InvalidParameterValueException 400: ';
  expect(await refused({ VpcConfig: undefined })).toBe(
    `${invalid}Function must be configured to execute in a VPC to reference access point ${arn}`,
  );
  expect(await refused({ FileSystemConfigs: [{ Arn: unknown, LocalMountPath: '/mnt/x' }] })).toBe(
    `${invalid}EFS access point ${unknown} does not exist.`,
  );
  expect(await refused({})).toContain("doesn't have mount targets created in all availability zones");
  expect(await refused({ FileSystemConfigs: [{ Arn: arn, LocalMountPath: '/tmp/x' }] })).toMatch(
    /^ValidationException 400: .*'fileSystemConfigs\.1\.member\.localMountPath'/,
  );
  expect(await refused({ FileSystemConfigs: [...FileSystemConfigs, ...FileSystemConfigs] })).toContain(
    "at 'fileSystemConfigs' failed to satisfy constraint: Member must have length less than or equal to 1",
  );
  const inOne = { ...VpcConfig, SubnetIds: [subnet('a')] };
  expect(await own.create({ VpcConfig: inOne, FileSystemConfigs })).toMatchObject({ FileSystemConfigs });
  await ready(own);
  const away = { SubnetIds: [], SecurityGroupIds: [] };
  expect(await refusalOf(update(own, { VpcConfig: away }))).toBe(
    `${invalid}Function VPC configuration cannot be removed with access point ${arn} referenced.`,
  );
  const bare = await update(own, { VpcConfig: away, FileSystemConfigs: [] });
  expect(bare['FileSystemConfigs']).toBeUndefined();
});

test('calls get the folder, and say why when it cannot be mounted', async () => {
  await using own = await openNetwork();
  const { arn, id } = await own.accessPoint('a');
  await own.create({
    VpcConfig: { ...VpcConfig, SubnetIds: [subnet('a')] },
    FileSystemConfigs: [{ Arn: arn, LocalMountPath: '/mnt/shared' }],
  });
  await ready(own);
  const invoke = () => own.call('Invoke', { FunctionName: 'fn' });
  await invoke();
  const host = `${own.store.folder}/efs/${id}`;
  expect(own.launches).toEqual([{ mounts: [{ host, inside: '/mnt/shared' }] }]);
  // A folder that somebody took away comes again, empty.
  await rm(host, { recursive: true });
  await invoke();
  const unreachable = `EFSMountConnectivityException 408: The function couldn't connect to the Amazon EFS file system with access point ${arn}. Check your network configuration and try again.`;
  const rule = {
    GroupId: group,
    IpPermissions: [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: group }] }],
  };
  await own.ec2('RevokeSecurityGroupIngress', rule);
  expect(await refusalOf(invoke())).toBe(unreachable);
  const nfs = { IpProtocol: 'tcp', FromPort: 2049, ToPort: 2049, IpRanges: [{ CidrIp: '172.31.0.0/16' }] };
  await own.ec2('AuthorizeSecurityGroupIngress', { GroupId: group, IpPermissions: [nfs] });
  await invoke();
  const { MountTargets } = (await own.efs('DescribeMountTargets', { FileSystemId: id })) as {
    MountTargets: { MountTargetId: string }[];
  };
  await own.efs('DeleteMountTarget', MountTargets[0] ?? {});
  expect(await refusalOf(invoke())).toBe(unreachable);
  await own.efs('DeleteAccessPoint', { AccessPointId: arn.split('/')[1] });
  expect(await refusalOf(invoke())).toContain(
    `EFSMountFailureException 403: The function could not mount the EFS file system with access point ${arn}. The access point does not exist any more.`,
  );
  expect(own.launches).toHaveLength(3);
});

test('an isolation level that cannot mount refuses, and names what to install', async () => {
  await using own = await openNetwork('linux');
  const { arn } = await own.accessPoint('a');
  await own.create({
    VpcConfig: { ...VpcConfig, SubnetIds: [subnet('a')] },
    FileSystemConfigs: [{ Arn: arn, LocalMountPath: '/mnt/shared' }],
  });
  await ready(own);
  const refused = await refusalOf(own.call('Invoke', { FunctionName: 'fn' }));
  expect(refused).toContain('EFSMountFailureException 403');
  expect(refused).toContain('isolation level "linux"');
  expect(refused).toContain('install bubblewrap');
  expect(own.launches).toEqual([]);
});
