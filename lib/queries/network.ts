import 'server-only';
import {
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
} from '@aws-sdk/client-ec2';
import { DescribeAccessPointsCommand, DescribeFileSystemsCommand } from '@aws-sdk/client-efs';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ConsoleError } from '@/lib/domain/console-error';
import { ruleRows, type RuleRow } from '@/lib/domain/security-rules';
import { allPages } from '@/lib/queries/trigger-sources';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

export interface GroupView {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly inbound: readonly RuleRow[];
  readonly outbound: readonly RuleRow[];
}

/** The network of a function in words. What is not there any more is not listed. */
export interface NetworkView {
  /** By id of a VPC or a subnet: its name, zone and addresses. */
  readonly words: Readonly<Record<string, string>>;
  readonly groups: readonly GroupView[];
}

const nameOf = (tags: readonly { Key?: string | undefined; Value?: string | undefined }[] | undefined) =>
  tags?.find(({ Key }) => Key === 'Name')?.Value;
const joined = (...parts: (string | false | undefined)[]) => parts.filter(Boolean).join(' · ');
/** By filter and not by id: one that is gone must not hide the others. */
const only = (Name: string, Values: readonly string[]) => [{ Name, Values: [...Values] }];

/** Names, addresses and rules of the VPC, subnets and security groups that a function has. */
export async function readNetwork(
  place: Place,
  ids: { readonly vpc: string; readonly subnets: readonly string[]; readonly groups: readonly string[] },
): Promise<Result<NetworkView, ConsoleError>> {
  await requireUser('viewer');
  try {
    const ec2 = await (await awsFor(place)).ec2();
    const [vpcs, subnets, groups] = await Promise.all([
      ec2.send(new DescribeVpcsCommand({ Filters: only('vpc-id', [ids.vpc]) })),
      allPages(async (NextToken) => {
        const Filters = only('subnet-id', ids.subnets);
        const output = await ec2.send(new DescribeSubnetsCommand({ Filters, NextToken }));
        return { items: output.Subnets ?? [], next: output.NextToken };
      }),
      allPages(async (NextToken) => {
        const Filters = only('group-id', ids.groups);
        const output = await ec2.send(new DescribeSecurityGroupsCommand({ Filters, NextToken }));
        return { items: output.SecurityGroups ?? [], next: output.NextToken };
      }),
    ]);
    return succeed({
      words: Object.fromEntries([
        ...(vpcs.Vpcs ?? []).map((vpc) => [vpc.VpcId ?? '', joined(nameOf(vpc.Tags), vpc.CidrBlock)]),
        ...subnets.map((subnet) => [
          subnet.SubnetId ?? '',
          joined(
            nameOf(subnet.Tags),
            subnet.AvailabilityZone,
            subnet.CidrBlock,
            (subnet.Ipv6CidrBlockAssociationSet ?? []).length > 0 && 'IPv6',
          ),
        ]),
      ]),
      groups: groups.map((group) => ({
        id: group.GroupId ?? '',
        name: group.GroupName ?? '',
        description: group.Description ?? '',
        inbound: ruleRows(group.IpPermissions),
        outbound: ruleRows(group.IpPermissionsEgress),
      })),
    });
  } catch (error) {
    return refuse(toConsoleError(error, { operation: 'ec2:DescribeVpcs' }));
  }
}

export interface AccessPointView {
  readonly name: string;
  readonly state: string;
  readonly fileSystemId: string;
  readonly fileSystemName: string;
  readonly rootPath: string;
  /** Numbers of user and group, as one text. */
  readonly user: string;
}

/** The access point that a function mounts. A refusal of kind `not-found` says that it is gone. */
export async function readAccessPoint(
  place: Place,
  arn: string,
): Promise<Result<AccessPointView, ConsoleError>> {
  await requireUser('viewer');
  try {
    const efs = await (await awsFor(place)).efs();
    const AccessPointId = arn.split('/').at(-1) ?? '';
    const { AccessPoints = [] } = await efs.send(new DescribeAccessPointsCommand({ AccessPointId }));
    const [point] = AccessPoints;
    const FileSystemId = point?.FileSystemId ?? '';
    const { FileSystems = [] } = await efs.send(new DescribeFileSystemsCommand({ FileSystemId }));
    return succeed({
      name: point?.Name ?? '',
      state: point?.LifeCycleState ?? '',
      fileSystemId: FileSystemId,
      fileSystemName: FileSystems[0]?.Name ?? '',
      rootPath: point?.RootDirectory?.Path ?? '/',
      user: point?.PosixUser ? `${point.PosixUser.Uid ?? ''}:${point.PosixUser.Gid ?? ''}` : '',
    });
  } catch (error) {
    return refuse(toConsoleError(error, { operation: 'elasticfilesystem:DescribeAccessPoints' }));
  }
}
