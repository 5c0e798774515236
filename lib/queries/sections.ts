import 'server-only';
import {
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
} from '@aws-sdk/client-ec2';
import { DescribeAccessPointsCommand } from '@aws-sdk/client-efs';
import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { requireUser } from '@/lib/auth/guard';
import { awsFor, type Aws } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ConsoleError } from '@/lib/domain/console-error';
import { sectionFromOutput, type PlainSection, type SectionTexts } from '@/lib/forms/sections';
import type { Basis } from '@/lib/queries/configuration';
import { allPages, type SourceChoice } from '@/lib/queries/trigger-sources';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

/** One section of a function, a version or an alias, as its form is filled. */
export async function getSection<Section extends PlainSection>(
  place: Place,
  functionName: string,
  section: Section,
  qualifier?: string,
): Promise<Result<Basis<SectionTexts[Section]>, ConsoleError>> {
  await requireUser('viewer');
  try {
    const { lambda } = await awsFor(place);
    const output = await lambda.send(
      new GetFunctionConfigurationCommand({ FunctionName: functionName, Qualifier: qualifier }),
    );
    return succeed({
      values: sectionFromOutput[section](output),
      revisionId: output.RevisionId,
      readAt: new Date().toISOString(),
    });
  } catch (error) {
    return refuse(toConsoleError(error, { operation: 'lambda:GetFunctionConfiguration' }));
  }
}

async function list<T>(
  place: Place,
  operation: string,
  question: (aws: Aws) => Promise<T>,
): Promise<Result<T, ConsoleError>> {
  await requireUser('viewer');
  try {
    return succeed(await question(await awsFor(place)));
  } catch (error) {
    return refuse(toConsoleError(error, { operation }));
  }
}

interface InVpc extends SourceChoice {
  readonly vpc: string;
  readonly detail: string;
}

export interface Networks {
  readonly vpcs: readonly SourceChoice[];
  readonly subnets: readonly InVpc[];
  readonly securityGroups: readonly InVpc[];
}

const nameOf = (tags: readonly { Key?: string | undefined; Value?: string | undefined }[] | undefined) =>
  tags?.find(({ Key }) => Key === 'Name')?.Value;

/** VPCs of a Region with their subnets and security groups. */
export function listNetworks(place: Place): Promise<Result<Networks, ConsoleError>> {
  return list(place, 'ec2:DescribeVpcs', async (aws) => {
    const ec2 = await aws.ec2();
    const [vpcs, subnets, securityGroups] = await Promise.all([
      allPages(async (NextToken) => {
        const output = await ec2.send(new DescribeVpcsCommand({ NextToken }));
        const items = (output.Vpcs ?? []).map(({ VpcId = '', CidrBlock = '', Tags }) => ({
          value: VpcId,
          label: [VpcId, nameOf(Tags), CidrBlock].filter(Boolean).join(' · '),
        }));
        return { items, next: output.NextToken };
      }),
      allPages(async (NextToken) => {
        const output = await ec2.send(new DescribeSubnetsCommand({ NextToken }));
        const items = (output.Subnets ?? []).map((subnet) => ({
          value: subnet.SubnetId ?? '',
          label: subnet.SubnetId ?? '',
          vpc: subnet.VpcId ?? '',
          detail: [
            nameOf(subnet.Tags),
            subnet.AvailabilityZone,
            subnet.CidrBlock,
            (subnet.Ipv6CidrBlockAssociationSet ?? []).length > 0 && 'IPv6',
          ]
            .filter(Boolean)
            .join(' · '),
        }));
        return { items, next: output.NextToken };
      }),
      allPages(async (NextToken) => {
        const output = await ec2.send(new DescribeSecurityGroupsCommand({ NextToken }));
        const items = (output.SecurityGroups ?? []).map((group) => ({
          value: group.GroupId ?? '',
          label: group.GroupId ?? '',
          vpc: group.VpcId ?? '',
          detail: [group.GroupName, group.Description].filter(Boolean).join(' · '),
        }));
        return { items, next: output.NextToken };
      }),
    ]);
    return { vpcs, subnets, securityGroups };
  });
}

/** Access points of file systems, by name. */
export function listAccessPoints(place: Place): Promise<Result<readonly SourceChoice[], ConsoleError>> {
  return list(place, 'elasticfilesystem:DescribeAccessPoints', async (aws) => {
    const efs = await aws.efs();
    return allPages(async (NextToken) => {
      const output = await efs.send(new DescribeAccessPointsCommand({ NextToken, MaxResults: 100 }));
      const items = (output.AccessPoints ?? []).map((point) => ({
        value: point.AccessPointArn ?? '',
        label: [point.AccessPointId, point.Name, point.FileSystemId].filter(Boolean).join(' · '),
        detail: point.RootDirectory?.Path,
      }));
      return { items, next: output.NextToken };
    });
  });
}
