import type { CreateVpcEndpointRequest, CreateVpcEndpointResult } from '@aws-sdk/client-ec2';
import { notImplemented, ServiceError } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { invalidValue, limitExceeded } from '../errors.ts';
import { findOrThrow } from '../finding.ts';
import { newId } from '../ids.ts';
import { createInterface, groupNamesOf } from '../interfaces.ts';
import { toEndpoint } from '../output.ts';
import type { Ec2Parts } from '../parts.ts';
import type { EndpointRecord } from '../records.ts';
import { readPolicy } from '../rules/policy.ts';
import { tagsFor } from '../rules/tags.ts';

const endpointsPerPlaceMax = 250;

export function createVpcEndpoint(
  parts: Ec2Parts,
): Operation<Given<CreateVpcEndpointRequest>, CreateVpcEndpointResult> {
  return (input, context) => {
    assertOffered(input, context.region);
    const { accountId, region } = context;
    const vpc = findOrThrow(parts, context, 'vpc', input.VpcId);
    const subnetIds = subnetsOf(parts, context, input, vpc.id);
    const groupIds = groupsOf(parts, context, input, vpc.id);
    const others = parts.repository.listInVpc(context, 'endpoint', vpc.id);
    const hasPrivateDns = input.PrivateDnsEnabled ?? true;
    if (hasPrivateDns && others.some((other) => other.hasPrivateDns))
      throw new ServiceError(
        'InvalidParameter',
        400,
        `private-dns-enabled cannot be set because there is already a conflicting DNS domain for execute-api.${region}.amazonaws.com in the VPC ${vpc.id}`,
      );
    if (parts.repository.count(context, 'endpoint') >= endpointsPerPlaceMax)
      throw limitExceeded(
        'VpcEndpointLimitExceeded',
        'The maximum number of VPC endpoints has been reached.',
      );
    const id = newId('vpce-');
    const endpoint: EndpointRecord = {
      accountId,
      region,
      id,
      vpcId: vpc.id,
      tags: tagsFor('vpc-endpoint', input.TagSpecifications),
      serviceName: input.ServiceName ?? '',
      subnetIds,
      groupIds,
      interfaceIds: subnetIds.map(
        (subnetId) =>
          createInterface(parts, context, {
            subnetId,
            groupIds,
            type: 'vpc_endpoint',
            description: `VPC Endpoint Interface ${id}`,
          }).id,
      ),
      hasPrivateDns,
      policyDocument: readPolicy(input.PolicyDocument),
      createdMs: parts.clock.now(),
    };
    parts.repository.put('endpoint', endpoint);
    return { VpcEndpoint: toEndpoint(endpoint, groupNamesOf(parts, context)) };
  };
}

function assertOffered(input: CreateVpcEndpointRequest, region: string): void {
  const type = input.VpcEndpointType ?? 'Gateway';
  if (input.ServiceName !== `com.amazonaws.${region}.execute-api`)
    throw new ServiceError(
      'InvalidServiceName',
      400,
      `The Vpc Endpoint Service '${input.ServiceName ?? ''}' does not exist`,
    );
  if (type !== 'Interface')
    throw new ServiceError(
      'InvalidParameter',
      400,
      `Endpoint type (${type}) does not match available service types ([Interface]).`,
    );
  if (input.IpAddressType !== undefined && input.IpAddressType !== 'ipv4')
    throw notImplemented(`The address type ${input.IpAddressType} of a VPC endpoint`);
  if (input.SubnetConfigurations ?? input.DnsOptions)
    throw notImplemented('Addresses and DNS options of a VPC endpoint');
}

type Context = Parameters<ReturnType<typeof createVpcEndpoint>>[1];

function subnetsOf(parts: Ec2Parts, context: Context, input: CreateVpcEndpointRequest, vpcId: string) {
  const subnets = [...new Set(input.SubnetIds)].map((id) => findOrThrow(parts, context, 'subnet', id));
  for (const subnet of subnets)
    if (subnet.vpcId !== vpcId)
      throw invalidValue(`The subnet ID '${subnet.id}' does not belong to the VPC ${vpcId}.`);
  if (new Set(subnets.map(({ zone }) => zone)).size < subnets.length)
    throw new ServiceError(
      'DuplicateSubnetsInSameZone',
      400,
      `Found another VPC endpoint subnet in the availability zone of ${subnets.at(-1)?.id ?? ''}`,
    );
  return subnets.map(({ id }) => id);
}

/** Without any, the default group of the VPC. */
function groupsOf(parts: Ec2Parts, context: Context, input: CreateVpcEndpointRequest, vpcId: string) {
  const wanted = [...new Set(input.SecurityGroupIds)];
  if (wanted.length === 0)
    return parts.repository
      .listInVpc(context, 'group', vpcId)
      .filter(({ name }) => name === 'default')
      .map(({ id }) => id);
  for (const id of wanted)
    if (findOrThrow(parts, context, 'group', id).vpcId !== vpcId)
      throw invalidValue(`The security group '${id}' does not belong to the VPC ${vpcId}.`);
  return wanted;
}
