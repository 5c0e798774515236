import type { CreateFunctionCommandInput, VpcConfig } from '@aws-sdk/client-lambda';
import { ServiceError } from '../../errors.ts';
import type { AccessPointFacts } from '../efs/index.ts';
import { invalidParameterValue } from './errors.ts';
import { functionArn } from './names.ts';
import type { LambdaParts } from './parts.ts';
import type { FileSystemSettings, FunctionKey, FunctionSettings, VpcSettings } from './records.ts';

type Place = Pick<FunctionKey, 'accountId' | 'region'>;
type Parts = Pick<LambdaParts, 'networks' | 'fileSystems'>;
type Input = Pick<CreateFunctionCommandInput, 'VpcConfig' | 'FileSystemConfigs'>;
type Network = Pick<FunctionSettings, 'vpc' | 'hasDetachedVpc' | 'fileSystems'>;

/** TCP port of NFS. */
const nfsPort = 2049;

/**
 * Where a function stands after a creation or an update: subnets and groups looked up in EC2, access points in EFS. What
 * was not sent stays as it was.
 */
export function resolveNetwork(parts: Parts, place: Place, input: Input, previous: Network): Network {
  const vpc = input.VpcConfig ? readVpc(parts, place, input.VpcConfig, previous.vpc) : previous.vpc;
  const fileSystems = input.FileSystemConfigs
    ? input.FileSystemConfigs.map(({ Arn = '', LocalMountPath = '' }): FileSystemSettings => ({
        arn: Arn,
        path: LocalMountPath,
      }))
    : (previous.fileSystems ?? []);
  const [first] = fileSystems;
  if (first && !vpc)
    throw invalidParameterValue(
      previous.vpc && !input.FileSystemConfigs
        ? `Function VPC configuration cannot be removed with access point ${first.arn} referenced.`
        : `Function must be configured to execute in a VPC to reference access point ${first.arn}`,
    );
  const isSent = input.VpcConfig !== undefined || input.FileSystemConfigs !== undefined;
  if (vpc && isSent) for (const { arn } of fileSystems) assertMountable(parts, place, arn, vpc);
  return {
    vpc,
    hasDetachedVpc: !vpc && (previous.hasDetachedVpc ?? input.VpcConfig !== undefined) ? true : undefined,
    fileSystems: fileSystems.length > 0 ? fileSystems : undefined,
  };
}

function readVpc(
  { networks }: Parts,
  place: Place,
  input: VpcConfig,
  previous: VpcSettings | undefined,
): VpcSettings | undefined {
  const subnetIds = [...new Set(input.SubnetIds ?? previous?.subnetIds)];
  const groupIds = [...new Set(input.SecurityGroupIds ?? previous?.groupIds)];
  if ((subnetIds.length === 0) !== (groupIds.length === 0))
    throw invalidParameterValue('SubnetIds and SecurityIds must coexist or be both empty list.');
  if (subnetIds.length === 0) return undefined;
  const subnets = subnetIds.map((id) =>
    inWordsOfLambda('DescribeSubnets', () => {
      if (!networks)
        throw new ServiceError('InvalidSubnetID.NotFound', 400, `The subnet ID '${id}' does not exist`);
      return networks.subnetOrThrow(place, id);
    }),
  );
  const groups = groupIds.map((id) =>
    inWordsOfLambda('DescribeSecurityGroups', () => networks?.groupOrThrow(place, id)),
  );
  const vpcId = subnets[0]?.vpcId ?? '';
  // The second text is recorded, the first is unconfirmed.
  if (subnets.some((subnet) => subnet.vpcId !== vpcId))
    throw invalidParameterValue('Subnets are required to be in the same VPC.');
  if (groups.some((group) => group?.vpcId !== vpcId))
    throw invalidParameterValue('Security Groups are required to be in the same VPC.');
  const allowsIpv6 = input.Ipv6AllowedForDualStack ?? previous?.allowsIpv6 ?? false;
  const single = allowsIpv6 ? subnets.find(({ hasIpv6 }) => !hasIpv6) : undefined;
  // Unconfirmed wording; AWS refuses it too.
  if (single)
    throw invalidParameterValue(
      `Ipv6AllowedForDualStack needs dual-stack subnets: subnet ${single.id} has no IPv6 CIDR block.`,
    );
  return { vpcId, subnetIds, groupIds, allowsIpv6 };
}

function inWordsOfLambda<T>(operation: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw invalidParameterValue(
      `Error occurred while ${operation}. EC2 Error Code: ${error.code}. EC2 Error Message: ${error.message}`,
    );
  }
}

/** AWS's texts for these are partly unconfirmed. */
function assertMountable(
  { networks, fileSystems }: Parts,
  place: Place,
  arn: string,
  vpc: VpcSettings,
): void {
  const point = fileSystems?.accessPoint(place, arn);
  if (!point) throw invalidParameterValue(`EFS access point ${arn} does not exist.`);
  const zones = new Set(vpc.subnetIds.map((id) => networks?.subnetOrThrow(place, id).zone ?? ''));
  const served = new Set(targetsIn(point, vpc).map(({ zone }) => zone));
  if ([...zones].some((zone) => !served.has(zone)))
    throw invalidParameterValue(
      `EFS file system ${point.fileSystemArn} referenced by access point ${arn} doesn't have mount targets created in all availability zones the function will execute in. Please create EFS mount targets for each availability zone and try the request again.`,
    );
}

function targetsIn(point: AccessPointFacts, vpc: VpcSettings) {
  return point.mountTargets.filter(({ vpcId }) => vpcId === vpc.vpcId);
}

/** Whether the function gets to one of the file system's mount targets, by the rules of their security groups. */
export function canReachFileSystem(
  { networks }: Parts,
  place: Place,
  point: AccessPointFacts,
  vpc: VpcSettings,
): boolean {
  const from = { subnetIds: vpc.subnetIds, groupIds: vpc.groupIds };
  return targetsIn(point, vpc).some((target) => networks?.canReach(place, from, target, nfsPort) === true);
}

/** Interfaces of a function or one of its versions, as its settings have them. Call in the transaction that keeps them. */
export function claimInterfaces(
  { networks }: Parts,
  record: FunctionKey & { readonly version: string },
  vpc: VpcSettings | undefined,
): void {
  networks?.claim(
    record,
    functionArn(record, record.version),
    vpc && {
      subnetIds: vpc.subnetIds,
      groupIds: vpc.groupIds,
      description: `AWS Lambda VPC ENI-${record.name}`,
    },
  );
}
