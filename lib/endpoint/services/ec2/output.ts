import type {
  IpPermission,
  NetworkInterface,
  SecurityGroup,
  SecurityGroupRule,
  Subnet,
  Vpc,
  VpcEndpoint,
} from '@aws-sdk/client-ec2';
import { partitionOf } from '../../../shared/arn.ts';
import type {
  EndpointRecord,
  GroupRecord,
  InterfaceRecord,
  Place,
  RuleRecord,
  SubnetRecord,
  VpcRecord,
} from './records.ts';
import { usableAddresses } from './rules/cidr.ts';
import { toTags } from './rules/tags.ts';
import { zoneId } from './zones.ts';

export function ec2Arn({ region, accountId }: Place, resource: string): string {
  return `arn:${partitionOf(region)}:ec2:${region}:${accountId}:${resource}`;
}

export function toVpc(vpc: VpcRecord): Vpc {
  return {
    VpcId: vpc.id,
    OwnerId: vpc.accountId,
    State: 'available',
    CidrBlock: vpc.cidr,
    CidrBlockAssociationSet: [
      {
        AssociationId: vpc.id.replace('vpc-', 'vpc-cidr-assoc-'),
        CidrBlock: vpc.cidr,
        CidrBlockState: { State: 'associated' },
      },
    ],
    ...(vpc.ipv6Cidr && {
      Ipv6CidrBlockAssociationSet: [
        {
          AssociationId: vpc.id.replace('vpc-', 'vpc-cidr-assoc-6'),
          Ipv6CidrBlock: vpc.ipv6Cidr,
          Ipv6CidrBlockState: { State: 'associated' },
          Ipv6Pool: 'Amazon',
          NetworkBorderGroup: vpc.region,
        },
      ],
    }),
    DhcpOptionsId: 'default',
    InstanceTenancy: 'default',
    IsDefault: vpc.isDefault,
    Tags: toTags(vpc.tags),
  };
}

export function toSubnet(subnet: SubnetRecord, interfaceCount: number): Subnet {
  return {
    SubnetId: subnet.id,
    SubnetArn: ec2Arn(subnet, `subnet/${subnet.id}`),
    VpcId: subnet.vpcId,
    OwnerId: subnet.accountId,
    State: 'available',
    AvailabilityZone: subnet.zone,
    AvailabilityZoneId: zoneId(subnet.region, subnet.zone),
    CidrBlock: subnet.cidr,
    AvailableIpAddressCount: usableAddresses(subnet.cidr) - interfaceCount,
    Ipv6CidrBlockAssociationSet: subnet.ipv6Cidr
      ? [
          {
            AssociationId: subnet.id.replace('subnet-', 'subnet-cidr-assoc-'),
            Ipv6CidrBlock: subnet.ipv6Cidr,
            Ipv6CidrBlockState: { State: 'associated' },
          },
        ]
      : [],
    DefaultForAz: subnet.isDefaultForZone,
    MapPublicIpOnLaunch: subnet.isDefaultForZone,
    AssignIpv6AddressOnCreation: false,
    Ipv6Native: false,
    EnableDns64: false,
    Tags: toTags(subnet.tags),
  };
}

export function toGroup(group: GroupRecord): SecurityGroup {
  return {
    GroupId: group.id,
    GroupName: group.name,
    Description: group.description,
    VpcId: group.vpcId,
    OwnerId: group.accountId,
    SecurityGroupArn: ec2Arn(group, `security-group/${group.id}`),
    IpPermissions: toPermissions(group.rules.filter(({ isEgress }) => !isEgress)),
    IpPermissionsEgress: toPermissions(group.rules.filter(({ isEgress }) => isEgress)),
    Tags: toTags(group.tags),
  };
}

/** Rules of one protocol and range of ports are one permission. */
function toPermissions(rules: readonly RuleRecord[]): IpPermission[] {
  const byPorts = new Map<string, RuleRecord[]>();
  for (const rule of rules) {
    const key = [rule.protocol, rule.fromPort, rule.toPort].join(' ');
    byPorts.set(key, [...(byPorts.get(key) ?? []), rule]);
  }
  return [...byPorts.values()].map((same) => ({
    IpProtocol: same[0]?.protocol,
    FromPort: same[0]?.fromPort,
    ToPort: same[0]?.toPort,
    IpRanges: same.flatMap(({ peer, description }) =>
      peer.kind === 'ipv4' ? [{ CidrIp: peer.cidr, Description: description }] : [],
    ),
    Ipv6Ranges: same.flatMap(({ peer, description }) =>
      peer.kind === 'ipv6' ? [{ CidrIpv6: peer.cidr, Description: description }] : [],
    ),
    UserIdGroupPairs: same.flatMap(({ peer, description }) =>
      peer.kind === 'group'
        ? [{ GroupId: peer.groupId, UserId: peer.accountId, Description: description }]
        : [],
    ),
    PrefixListIds: [],
  }));
}

export function toRule(group: GroupRecord, rule: RuleRecord): SecurityGroupRule {
  const { peer } = rule;
  return {
    SecurityGroupRuleId: rule.id,
    SecurityGroupRuleArn: ec2Arn(group, `security-group-rule/${rule.id}`),
    GroupId: group.id,
    GroupOwnerId: group.accountId,
    IsEgress: rule.isEgress,
    IpProtocol: rule.protocol,
    FromPort: rule.fromPort ?? -1,
    ToPort: rule.toPort ?? -1,
    ...(peer.kind === 'ipv4' && { CidrIpv4: peer.cidr }),
    ...(peer.kind === 'ipv6' && { CidrIpv6: peer.cidr }),
    ...(peer.kind === 'group' && {
      ReferencedGroupInfo: { GroupId: peer.groupId, UserId: peer.accountId },
    }),
    Description: rule.description,
    Tags: toTags(rule.tags ?? {}),
  };
}

/** `groupNames` by id. */
export function toInterface(
  found: InterfaceRecord,
  groupNames: ReadonlyMap<string, string>,
): NetworkInterface {
  return {
    NetworkInterfaceId: found.id,
    InterfaceType: found.type,
    Description: found.description,
    Status: 'in-use',
    SubnetId: found.subnetId,
    VpcId: found.vpcId,
    OwnerId: found.accountId,
    AvailabilityZone: found.zone,
    PrivateIpAddress: found.privateIp,
    PrivateIpAddresses: [{ PrivateIpAddress: found.privateIp, Primary: true }],
    Groups: found.groupIds.map((id) => ({ GroupId: id, GroupName: groupNames.get(id) })),
    RequesterManaged: true,
    SourceDestCheck: true,
    TagSet: toTags(found.tags),
  };
}

/** `groupNames` by id. */
export function toEndpoint(found: EndpointRecord, groupNames: ReadonlyMap<string, string>): VpcEndpoint {
  const service = found.serviceName.split('.').at(-1) ?? '';
  const suffix = found.id.slice(-8);
  return {
    VpcEndpointId: found.id,
    VpcEndpointType: 'Interface',
    VpcId: found.vpcId,
    OwnerId: found.accountId,
    ServiceName: found.serviceName,
    // Small on the wire, whatever the model's list says.
    State: 'available' as string as VpcEndpoint['State'],
    PolicyDocument: found.policyDocument,
    RouteTableIds: [],
    SubnetIds: [...found.subnetIds],
    Groups: found.groupIds.map((id) => ({ GroupId: id, GroupName: groupNames.get(id) })),
    NetworkInterfaceIds: [...found.interfaceIds],
    IpAddressType: 'ipv4',
    PrivateDnsEnabled: found.hasPrivateDns,
    RequesterManaged: false,
    DnsEntries: [
      { DnsName: `${found.id}-${suffix}.${service}.${found.region}.vpce.amazonaws.com` },
      ...(found.hasPrivateDns ? [{ DnsName: `${service}.${found.region}.amazonaws.com` }] : []),
    ],
    CreationTimestamp: new Date(found.createdMs),
    Tags: toTags(found.tags),
  };
}
