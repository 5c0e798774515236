import {
  AuthorizeSecurityGroupEgressCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  CreateVpcEndpointCommand,
  DeleteSecurityGroupCommand,
  DeleteSubnetCommand,
  DeleteVpcEndpointsCommand,
  DescribeNetworkInterfacesCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcsCommand,
  ModifyVpcEndpointCommand,
  RevokeSecurityGroupEgressCommand,
  RevokeSecurityGroupIngressCommand,
  type EC2Client,
} from '@aws-sdk/client-ec2';
import { expect, test } from 'vitest';
import { refusal } from '../../deliveries/test/harness.ts';
import { openEc2 } from './harness.ts';

const place = { accountId: '000000000000', region: 'us-east-1' };

async function group(ec2: EC2Client, GroupName: string): Promise<string> {
  const { GroupId } = await ec2.send(
    new CreateSecurityGroupCommand({ GroupName, Description: 'for a test' }),
  );
  return GroupId ?? '';
}

async function read(ec2: EC2Client, GroupId: string) {
  const { SecurityGroups } = await ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: [GroupId] }));
  return SecurityGroups?.[0];
}

const tcp = (FromPort: number, ToPort: number, more: object) => ({
  IpProtocol: 'tcp',
  FromPort,
  ToPort,
  ...more,
});

test('a security group keeps its rules, in and out, and gives them back', async () => {
  await using own = await openEc2();
  const { ec2 } = own;
  const GroupId = await group(ec2, 'web');
  expect(await read(ec2, GroupId)).toMatchObject({
    GroupName: 'web',
    IpPermissions: [],
    IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
  });
  const { SecurityGroupRules = [] } = await ec2.send(
    new AuthorizeSecurityGroupIngressCommand({
      GroupId,
      IpPermissions: [
        tcp(443, 443, {
          IpRanges: [{ CidrIp: '10.1.2.3/8', Description: 'inside' }],
          Ipv6Ranges: [{ CidrIpv6: '::/0' }],
          UserIdGroupPairs: [{ GroupId }],
        }),
      ],
    }),
  );
  expect(SecurityGroupRules).toMatchObject([
    { CidrIpv4: '10.0.0.0/8', Description: 'inside', FromPort: 443, IsEgress: false },
    { CidrIpv6: '::/0' },
    { ReferencedGroupInfo: { GroupId } },
  ]);
  // As older tools send one permission.
  await ec2.send(
    new AuthorizeSecurityGroupIngressCommand({
      GroupName: 'web',
      IpProtocol: '6',
      FromPort: 22,
      ToPort: 22,
      CidrIp: '0.0.0.0/0',
    }),
  );
  await ec2.send(
    new AuthorizeSecurityGroupEgressCommand({
      GroupId,
      IpPermissions: [tcp(0, 80, { IpRanges: [{ CidrIp: '10.0.0.0/8' }] })],
    }),
  );
  expect(await read(ec2, GroupId)).toMatchObject({
    IpPermissions: [
      { FromPort: 443, IpRanges: [{}], Ipv6Ranges: [{}], UserIdGroupPairs: [{ GroupId }] },
      { IpProtocol: 'tcp', FromPort: 22 },
    ],
    IpPermissionsEgress: [{ IpProtocol: '-1' }, { ToPort: 80 }],
  });
  await ec2.send(
    new RevokeSecurityGroupIngressCommand({
      GroupId,
      SecurityGroupRuleIds: [SecurityGroupRules[0]?.SecurityGroupRuleId ?? ''],
    }),
  );
  await ec2.send(
    new RevokeSecurityGroupIngressCommand({
      GroupId,
      IpPermissions: [tcp(22, 22, { IpRanges: [{ CidrIp: '0.0.0.0/0' }] })],
    }),
  );
  await ec2.send(
    new RevokeSecurityGroupEgressCommand({
      GroupId,
      IpPermissions: [{ IpProtocol: 'all', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    }),
  );
  const { SecurityGroupRules: left = [] } = await ec2.send(
    new DescribeSecurityGroupRulesCommand({ Filters: [{ Name: 'group-id', Values: [GroupId] }] }),
  );
  expect(left.map(({ FromPort, IsEgress }) => `${FromPort} ${IsEgress}`).sort()).toEqual([
    '0 true',
    '443 false',
    '443 false',
  ]);
});

test('what cannot be is refused in EC2’s words', async () => {
  await using own = await openEc2();
  const { ec2 } = own;
  const GroupId = await group(ec2, 'web');
  const allow = (...IpPermissions: object[]) =>
    refusal(ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions })));
  const open = { IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
  await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: [tcp(22, 22, open)] }));
  expect(await allow(tcp(80, 80, open), tcp(22, 22, open))).toBe(
    'InvalidPermission.Duplicate 400: the specified rule "peer: 0.0.0.0/0, TCP, from port: 22, to port: 22, ALLOW" already exists',
  );
  expect((await read(ec2, GroupId))?.IpPermissions).toHaveLength(1);
  expect(await allow(tcp(22, 21, open))).toContain('Invalid TCP/UDP port range (22:21)');
  expect(await allow(tcp(22, 65536, open))).toContain("Invalid value '65536' for portRange.");
  expect(await allow({ IpProtocol: 'tcp', ...open })).toContain('Must specify both from and to ports');
  expect(await allow({ IpProtocol: 'smoke', ...open })).toContain("Invalid value 'smoke' for IP protocol");
  expect(await allow(tcp(1, 1, { IpRanges: [{ CidrIp: '1.2.3/8' }] }))).toContain(
    'CIDR block 1.2.3/8 is malformed',
  );
  expect(await allow(tcp(1, 1, { UserIdGroupPairs: [{ GroupId: 'sg-0' }] }))).toBe(
    "InvalidGroup.NotFound 400: The security group 'sg-0' does not exist",
  );
  expect(
    await refusal(
      ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId, IpPermissions: [tcp(5, 5, open)] })),
    ),
  ).toBe('InvalidPermission.NotFound 400: The specified rule does not exist in this security group.');
  const many = Array.from({ length: 60 }, (_, index) => tcp(1000 + index, 1000 + index, open));
  expect(await allow(...many)).toContain('RulesPerSecurityGroupLimitExceeded 400');
  expect(await refusal(group(ec2, 'web'))).toMatch(
    /^InvalidGroup\.Duplicate 400: The security group 'web' already/,
  );
  expect(await refusal(ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: ['subnet-1'] })))).toBe(
    'InvalidGroupId.Malformed 400: Invalid id: "subnet-1" (expecting "sg-...")',
  );
});

test('groups that are named or used stay', async () => {
  await using own = await openEc2();
  const { ec2, service } = own;
  const [used, naming] = [await group(ec2, 'used'), await group(ec2, 'naming')];
  await ec2.send(
    new AuthorizeSecurityGroupIngressCommand({
      GroupId: naming,
      IpPermissions: [tcp(1, 1, { UserIdGroupPairs: [{ GroupId: used }] })],
    }),
  );
  const remove = (GroupId: string) => ec2.send(new DeleteSecurityGroupCommand({ GroupId }));
  expect(await refusal(remove(used))).toBe(
    `DependencyViolation 400: resource ${used} has a dependent object`,
  );
  await remove(naming);
  const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({}));
  const SubnetId = Subnets[0]?.SubnetId ?? '';
  const wanted = { subnetIds: [SubnetId], groupIds: [used], description: 'AWS Lambda VPC ENI' };
  service.networks.claim(place, 'one', wanted);
  service.networks.claim(place, 'two', wanted);
  const { NetworkInterfaces } = await ec2.send(new DescribeNetworkInterfacesCommand({}));
  expect(NetworkInterfaces).toMatchObject([
    { SubnetId, InterfaceType: 'lambda', Groups: [{ GroupId: used, GroupName: 'used' }], Status: 'in-use' },
  ]);
  expect(await refusal(remove(used))).toContain('DependencyViolation 400');
  expect(await refusal(ec2.send(new DeleteSubnetCommand({ SubnetId })))).toContain('DependencyViolation 400');
  service.networks.claim(place, 'one', undefined);
  expect(await refusal(remove(used))).toContain('DependencyViolation 400');
  service.networks.claim(place, 'two', undefined);
  await remove(used);
  expect((await ec2.send(new DescribeNetworkInterfacesCommand({}))).NetworkInterfaces).toEqual([]);
  const { SecurityGroups = [] } = await ec2.send(new DescribeSecurityGroupsCommand({}));
  expect(await refusal(remove(SecurityGroups[0]?.GroupId ?? ''))).toContain('CannotDelete 400');
});

test('an interface endpoint for private APIs is made, found by its id, changed and deleted', async () => {
  await using own = await openEc2();
  const { ec2, service } = own;
  const VpcId = (await ec2.send(new DescribeVpcsCommand({}))).Vpcs?.[0]?.VpcId ?? '';
  const subnets = (await ec2.send(new DescribeSubnetsCommand({}))).Subnets ?? [];
  const SubnetIds = subnets.slice(0, 2).map(({ SubnetId = '' }) => SubnetId);
  const make = (more: object = {}) =>
    ec2.send(
      new CreateVpcEndpointCommand({
        VpcId,
        VpcEndpointType: 'Interface',
        ServiceName: 'com.amazonaws.us-east-1.execute-api',
        SubnetIds,
        ...more,
      }),
    );
  const { VpcEndpoint } = await make();
  const id = VpcEndpoint?.VpcEndpointId ?? '';
  expect(id).toMatch(/^vpce-[0-9a-f]{17}$/);
  expect(VpcEndpoint).toMatchObject({
    VpcId,
    State: 'available',
    PrivateDnsEnabled: true,
    Groups: [{ GroupName: 'default' }],
  });
  expect(VpcEndpoint?.DnsEntries?.map(({ DnsName }) => DnsName)).toEqual([
    `${id}-${id.slice(-8)}.execute-api.us-east-1.vpce.amazonaws.com`,
    'execute-api.us-east-1.amazonaws.com',
  ]);
  expect(VpcEndpoint?.NetworkInterfaceIds).toHaveLength(2);
  expect(service.getVpcEndpoint(id)).toMatchObject({ id, vpcId: VpcId, ...place, hasPrivateDns: true });
  expect(service.getVpcEndpoint('vpce-0')).toBeUndefined();
  expect(await refusal(make())).toContain('private-dns-enabled cannot be set');
  expect(await refusal(make({ ServiceName: 'com.amazonaws.us-east-1.sqs' }))).toBe(
    "InvalidServiceName 400: The Vpc Endpoint Service 'com.amazonaws.us-east-1.sqs' does not exist",
  );
  expect(await refusal(make({ PolicyDocument: '[]', PrivateDnsEnabled: false }))).toContain(
    'InvalidPolicyDocument',
  );
  const PolicyDocument = '{"Statement":[]}';
  await ec2.send(new ModifyVpcEndpointCommand({ VpcEndpointId: id, PolicyDocument }));
  expect(service.getVpcEndpoint(id)?.policyDocument).toBe(PolicyDocument);
  const { VpcEndpoints } = await ec2.send(
    new DescribeVpcEndpointsCommand({ Filters: [{ Name: 'vpc-id', Values: [VpcId] }] }),
  );
  expect(VpcEndpoints).toMatchObject([{ VpcEndpointId: id }]);
  const { Unsuccessful } = await ec2.send(new DeleteVpcEndpointsCommand({ VpcEndpointIds: [id, 'vpce-0'] }));
  expect(Unsuccessful).toMatchObject([
    { ResourceId: 'vpce-0', Error: { Code: 'InvalidVpcEndpointId.NotFound' } },
  ]);
  expect((await ec2.send(new DescribeNetworkInterfacesCommand({}))).NetworkInterfaces).toEqual([]);
});
