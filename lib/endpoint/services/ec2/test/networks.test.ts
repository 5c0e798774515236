import {
  CreateDefaultVpcCommand,
  CreateSubnetCommand,
  CreateTagsCommand,
  CreateVpcCommand,
  DeleteSubnetCommand,
  DeleteTagsCommand,
  DeleteVpcCommand,
  DescribeAvailabilityZonesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  paginateDescribeSubnets,
} from '@aws-sdk/client-ec2';
import { expect, test } from 'vitest';
import { refusal } from '../../deliveries/test/harness.ts';
import { openEc2 } from './harness.ts';

test('an account finds a default network in every Region, the same one each time', async () => {
  await using own = await openEc2();
  const { ec2 } = own;
  const { Vpcs = [] } = await ec2.send(new DescribeVpcsCommand({}));
  expect(Vpcs).toMatchObject([
    { IsDefault: true, CidrBlock: '172.31.0.0/16', State: 'available', OwnerId: '000000000000' },
  ]);
  const VpcId = Vpcs[0]?.VpcId ?? '';
  expect(VpcId).toMatch(/^vpc-[0-9a-f]{17}$/);
  const { AvailabilityZones = [] } = await ec2.send(new DescribeAvailabilityZonesCommand({}));
  expect(AvailabilityZones.map(({ ZoneName }) => ZoneName).join()).toBe(
    'us-east-1a,us-east-1b,us-east-1c,us-east-1d,us-east-1e,us-east-1f',
  );
  const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({}));
  expect(Subnets.map(({ AvailabilityZone }) => AvailabilityZone).sort()).toEqual(
    AvailabilityZones.map(({ ZoneName }) => ZoneName),
  );
  expect(Subnets.find(({ AvailabilityZone }) => AvailabilityZone === 'us-east-1c')).toMatchObject({
    VpcId,
    CidrBlock: '172.31.32.0/20',
    DefaultForAz: true,
    AvailableIpAddressCount: 4091,
    AvailabilityZoneId: 'use1-az3',
  });
  const { SecurityGroups = [] } = await ec2.send(new DescribeSecurityGroupsCommand({}));
  expect(SecurityGroups).toMatchObject([
    {
      GroupName: 'default',
      Description: 'default VPC security group',
      VpcId,
      IpPermissions: [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: SecurityGroups[0]?.GroupId }] }],
      IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    },
  ]);
  await using again = await openEc2({ store: own.store });
  const later = await again.ec2.send(new DescribeVpcsCommand({}));
  expect(later.Vpcs).toEqual(Vpcs);
  await using other = await openEc2();
  expect((await other.ec2.send(new DescribeVpcsCommand({}))).Vpcs).toEqual(Vpcs);
});

test('accounts and Regions have networks of their own', async () => {
  await using own = await openEc2();
  const here = await own.ec2.send(new DescribeVpcsCommand({}));
  const there = await own.client('eu-west-1').send(new DescribeVpcsCommand({}));
  const theirs = await own.client('us-east-1', '111111111111').send(new DescribeVpcsCommand({}));
  const ids = [here, there, theirs].map(({ Vpcs = [] }) => Vpcs[0]?.VpcId);
  expect(new Set(ids).size).toBe(3);
  expect(
    await refusal(own.client('eu-west-1').send(new DescribeVpcsCommand({ VpcIds: [ids[0] ?? ''] }))),
  ).toBe(`InvalidVpcID.NotFound 400: The vpc ID '${ids[0] ?? ''}' does not exist`);
});

test('a default VPC that was deleted stays away until it is made again', async () => {
  await using own = await openEc2();
  const { ec2 } = own;
  const first = (await ec2.send(new DescribeVpcsCommand({}))).Vpcs?.[0]?.VpcId ?? '';
  expect(await refusal(ec2.send(new CreateDefaultVpcCommand({})))).toContain('DefaultVpcAlreadyExists 400');
  expect(await refusal(ec2.send(new DeleteVpcCommand({ VpcId: first })))).toBe(
    `DependencyViolation 400: The vpc '${first}' has dependencies and cannot be deleted.`,
  );
  const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({}));
  for (const { SubnetId } of Subnets) await ec2.send(new DeleteSubnetCommand({ SubnetId }));
  await ec2.send(new DeleteVpcCommand({ VpcId: first }));
  expect((await ec2.send(new DescribeVpcsCommand({}))).Vpcs).toEqual([]);
  expect((await ec2.send(new DescribeSecurityGroupsCommand({}))).SecurityGroups).toEqual([]);
  const { Vpc } = await ec2.send(new CreateDefaultVpcCommand({}));
  expect(Vpc).toMatchObject({ IsDefault: true });
  expect(Vpc?.VpcId).not.toBe(first);
});

test('a VPC of one’s own takes subnets that fit, and tags', async () => {
  await using own = await openEc2();
  const { ec2 } = own;
  const { Vpc } = await ec2.send(
    new CreateVpcCommand({
      CidrBlock: '10.0.3.7/16',
      AmazonProvidedIpv6CidrBlock: true,
      TagSpecifications: [{ ResourceType: 'vpc', Tags: [{ Key: 'Name', Value: 'mine' }] }],
    }),
  );
  const VpcId = Vpc?.VpcId ?? '';
  expect(Vpc).toMatchObject({ CidrBlock: '10.0.0.0/16', IsDefault: false, Tags: [{ Key: 'Name' }] });
  const block = Vpc?.Ipv6CidrBlockAssociationSet?.[0]?.Ipv6CidrBlock ?? '';
  expect(block).toMatch(/^2600:1f00:.*::\/56$/);
  const subnet = (more: object) =>
    ec2.send(new CreateSubnetCommand({ VpcId, CidrBlock: '10.0.1.0/24', ...more }));
  expect(await refusal(subnet({ CidrBlock: '10.1.0.0/24' }))).toBe(
    "InvalidSubnet.Range 400: The CIDR '10.1.0.0/24' is invalid.",
  );
  expect(await refusal(subnet({ CidrBlock: 'ten' }))).toBe(
    'InvalidParameterValue 400: CIDR block ten is malformed',
  );
  const { Subnet } = await subnet({
    AvailabilityZone: 'us-east-1b',
    Ipv6CidrBlock: block.replace('/56', '/64'),
  });
  expect(Subnet).toMatchObject({ AvailabilityZone: 'us-east-1b', AvailableIpAddressCount: 251 });
  expect(Subnet?.Ipv6CidrBlockAssociationSet).toHaveLength(1);
  expect(await refusal(subnet({}))).toBe(
    "InvalidSubnet.Conflict 400: The CIDR '10.0.1.0/24' conflicts with another subnet",
  );
  expect(await refusal(subnet({ CidrBlock: '10.0.2.0/24', AvailabilityZone: 'us-east-1z' }))).toContain(
    'Value (us-east-1z) for parameter availabilityZone is invalid.',
  );

  const id = Subnet?.SubnetId ?? '';
  const tagged = async () =>
    (await ec2.send(new DescribeSubnetsCommand({ SubnetIds: [id] }))).Subnets?.[0]?.Tags;
  await ec2.send(
    new CreateTagsCommand({
      Resources: [id, VpcId],
      Tags: [
        { Key: 'Name', Value: 'one' },
        { Key: 'a', Value: '' },
      ],
    }),
  );
  expect(await tagged()).toEqual([
    { Key: 'Name', Value: 'one' },
    { Key: 'a', Value: '' },
  ]);
  await ec2.send(
    new DeleteTagsCommand({ Resources: [id], Tags: [{ Key: 'a' }, { Key: 'Name', Value: 'other' }] }),
  );
  expect(await tagged()).toEqual([{ Key: 'Name', Value: 'one' }]);
});

test('filters narrow a list, take wild cards, and unknown ones are refused', async () => {
  await using own = await openEc2();
  const { ec2 } = own;
  const zonesOf = async (...Filters: { Name: string; Values: string[] }[]) =>
    (await ec2.send(new DescribeSubnetsCommand({ Filters }))).Subnets?.map(
      ({ AvailabilityZone }) => AvailabilityZone,
    )
      .sort()
      .join();
  expect(await zonesOf({ Name: 'availability-zone', Values: ['us-east-1a', 'us-east-1?'] })).toContain('1f');
  expect(await zonesOf({ Name: 'availability-zone', Values: ['us-east-1a', '*-1c'] })).toBe(
    'us-east-1a,us-east-1c',
  );
  expect(
    await zonesOf(
      { Name: 'default-for-az', Values: ['true'] },
      { Name: 'cidr-block', Values: ['172.31.0.*'] },
    ),
  ).toBe('us-east-1a');
  expect(await zonesOf({ Name: 'tag:Name', Values: ['*'] })).toBe('');
  expect(
    await refusal(ec2.send(new DescribeVpcsCommand({ Filters: [{ Name: 'colour', Values: ['x'] }] }))),
  ).toBe("InvalidParameterValue 400: The filter 'colour' is invalid");
  expect(
    await refusal(ec2.send(new DescribeVpcsCommand({ Filters: [{ Name: '__proto__', Values: ['x'] }] }))),
  ).toBe("InvalidParameterValue 400: The filter '__proto__' is invalid");
});

test('long lists come in pages', async () => {
  await using own = await openEc2();
  const { ec2 } = own;
  const seen: (string | undefined)[] = [];
  let pages = 0;
  for await (const page of paginateDescribeSubnets({ client: ec2, pageSize: 5 }, {})) {
    pages += 1;
    seen.push(...(page.Subnets ?? []).map(({ SubnetId }) => SubnetId));
  }
  expect([pages, new Set(seen).size]).toEqual([2, 6]);
  expect(await refusal(ec2.send(new DescribeSubnetsCommand({ MaxResults: 4 })))).toBe(
    'InvalidParameterValue 400: Value ( 4 ) for parameter maxResults is invalid. Expecting a value greater than 5.',
  );
  expect(await refusal(ec2.send(new DescribeSubnetsCommand({ NextToken: 'x' })))).toContain('NextToken');
});

test('a dry run says what would be, and leaves nothing', async () => {
  await using own = await openEc2();
  const { ec2 } = own;
  expect(await refusal(ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16', DryRun: true })))).toBe(
    'DryRunOperation 412: Request would have succeeded, but DryRun flag is set.',
  );
  expect(await refusal(ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/8', DryRun: true })))).toBe(
    "InvalidVpc.Range 400: The CIDR '10.0.0.0/8' is invalid.",
  );
  expect((await ec2.send(new DescribeVpcsCommand({}))).Vpcs).toHaveLength(1);
});
