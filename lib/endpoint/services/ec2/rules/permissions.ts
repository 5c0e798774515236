import type { IpPermission } from '@aws-sdk/client-ec2';
import { own } from '../../../../shared/own.ts';
import { notImplemented } from '../../../errors.ts';
import { invalidValue, missingParameter } from '../errors.ts';
import type { RulePeer, RuleRecord } from '../records.ts';
import { readCidr } from './cidr.ts';

/** A rule before it has an id. */
export type Wanted = Omit<RuleRecord, 'id'>;

interface Ports {
  readonly protocol: string;
  readonly fromPort?: number;
  readonly toPort?: number;
}

/** A group that a permission names, found: by id, or by name. */
export type FindPeerGroup = (named: { GroupId?: string | undefined; GroupName?: string | undefined }) => {
  readonly id: string;
  readonly accountId: string;
};

export interface PermissionInput {
  readonly IpPermissions?: readonly IpPermission[] | undefined;
  readonly IpProtocol?: string | undefined;
  readonly FromPort?: number | undefined;
  readonly ToPort?: number | undefined;
  readonly CidrIp?: string | undefined;
  readonly SourceSecurityGroupName?: string | undefined;
  readonly SourceSecurityGroupOwnerId?: string | undefined;
}

/** One rule for each source or destination of each permission, as EC2 keeps them. */
export function readPermissions(input: PermissionInput, isEgress: boolean, find: FindPeerGroup): Wanted[] {
  const permissions = [...(input.IpPermissions ?? [])];
  if (input.SourceSecurityGroupOwnerId !== undefined) throw notImplemented('Groups of EC2 Classic');
  if (input.IpProtocol !== undefined || input.CidrIp !== undefined || input.SourceSecurityGroupName) {
    permissions.push({
      IpProtocol: input.IpProtocol ?? '-1',
      FromPort: input.FromPort,
      ToPort: input.ToPort,
      ...(input.CidrIp !== undefined && { IpRanges: [{ CidrIp: input.CidrIp }] }),
      ...(input.SourceSecurityGroupName && {
        UserIdGroupPairs: [{ GroupName: input.SourceSecurityGroupName }],
      }),
    });
  }
  if (permissions.length === 0)
    throw missingParameter('Either IpPermissions or IpProtocol with CidrIp must be given.');
  return permissions.flatMap((permission) => readPermission(permission, isEgress, find));
}

function readPermission(permission: IpPermission, isEgress: boolean, find: FindPeerGroup): Wanted[] {
  if ((permission.PrefixListIds ?? []).length > 0) throw notImplemented('Prefix lists in rules');
  const ports = readPorts(permission);
  const rules = peersOf(permission, find).map(({ peer, description }) => ({
    ...ports,
    isEgress,
    peer,
    ...(description !== undefined && { description: readDescription(description) }),
  }));
  if (rules.length === 0)
    throw missingParameter('A permission needs IpRanges, Ipv6Ranges or UserIdGroupPairs.');
  return rules;
}

function peersOf(
  permission: IpPermission,
  find: FindPeerGroup,
): { peer: RulePeer; description: string | undefined }[] {
  const range = (text: string | undefined, kind: 'ipv4' | 'ipv6'): RulePeer => {
    const block = readCidr(text ?? '');
    if (block.kind !== kind) throw invalidValue(`CIDR block ${text ?? ''} is malformed`);
    return { kind, cidr: block.cidr };
  };
  return [
    ...(permission.IpRanges ?? []).map(({ CidrIp, Description }) => ({
      peer: range(CidrIp, 'ipv4'),
      description: Description,
    })),
    ...(permission.Ipv6Ranges ?? []).map(({ CidrIpv6, Description }) => ({
      peer: range(CidrIpv6, 'ipv6'),
      description: Description,
    })),
    ...(permission.UserIdGroupPairs ?? []).map(({ Description, ...named }) => {
      const { id, accountId } = find(named);
      return { peer: { kind: 'group' as const, groupId: id, accountId }, description: Description };
    }),
  ];
}

const numbered: Readonly<Record<string, string>> = {
  '1': 'icmp',
  '6': 'tcp',
  '17': 'udp',
  '58': 'icmpv6',
  all: '-1',
};

function readPorts({ IpProtocol, FromPort, ToPort }: IpPermission): Ports {
  const text = (IpProtocol ?? '').toLowerCase();
  const protocol = own(numbered, text) ?? text;
  if (!/^(-1|tcp|udp|icmp|icmpv6|\d{1,3})$/.test(protocol) || Number(protocol) > 255)
    throw invalidValue(`Invalid value '${IpProtocol ?? ''}' for IP protocol. Unknown protocol.`);
  if (protocol === '-1' || /^\d/.test(protocol)) return { protocol };
  if (protocol.startsWith('icmp')) return { protocol, fromPort: FromPort ?? -1, toPort: ToPort ?? -1 };
  if (FromPort === undefined || ToPort === undefined)
    throw invalidValue("Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.");
  // -1 stands for every port in permissions that older tools write.
  if (FromPort === -1 && ToPort === -1) return { protocol, fromPort: 0, toPort: 65_535 };
  for (const port of [FromPort, ToPort])
    if (port < 0 || port > 65_535)
      throw invalidValue(`Invalid value '${port}' for portRange. Must be between 0 and 65535.`);
  if (FromPort > ToPort) throw invalidValue(`Invalid TCP/UDP port range (${FromPort}:${ToPort})`);
  return { protocol, fromPort: FromPort, toPort: ToPort };
}

function readDescription(text: string): string {
  if (text.length > 255 || !/^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]*$/.test(text))
    throw invalidValue(
      'Invalid rule description. Valid descriptions are strings less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*',
    );
  return text;
}

/** Two rules that allow the same are one. */
export function isSameRule(one: Wanted, other: Wanted): boolean {
  return ruleKey(one) === ruleKey(other);
}

function ruleKey({ isEgress, protocol, fromPort, toPort, peer }: Wanted): string {
  return [isEgress, protocol, fromPort, toPort, peer.kind === 'group' ? peer.groupId : peer.cidr].join(' ');
}

/** As EC2 names a rule in its refusals. */
export function describeRule({ protocol, fromPort, toPort, peer }: Wanted): string {
  const what = protocol === '-1' ? 'ALL' : protocol.toUpperCase();
  const ports = fromPort === undefined ? '' : `, from port: ${fromPort}, to port: ${toPort ?? fromPort}`;
  return `peer: ${peer.kind === 'group' ? peer.groupId : peer.cidr}, ${what}${ports}, ALLOW`;
}
