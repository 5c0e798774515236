import { randomBytes } from 'node:crypto';
import type { CreateVpcRequest, CreateVpcResult } from '@aws-sdk/client-ec2';
import { notImplemented, ServiceError } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { defaultGroup } from '../default-network.ts';
import { limitExceeded, missingParameter } from '../errors.ts';
import { newId } from '../ids.ts';
import { toVpc } from '../output.ts';
import type { Ec2Parts } from '../parts.ts';
import type { VpcRecord } from '../records.ts';
import { readCidr } from '../rules/cidr.ts';
import { tagsFor } from '../rules/tags.ts';

/** AWS's own default is 5; scripts of tests make more. */
const vpcsMax = 100;

export function createVpc({ repository }: Ec2Parts): Operation<Given<CreateVpcRequest>, CreateVpcResult> {
  return (input, { accountId, region }) => {
    assertOffered(input);
    if (!input.CidrBlock) throw missingParameter('Either cidrBlock or ipv4IpamPoolId should be provided.');
    const { cidr, prefix, kind } = readCidr(input.CidrBlock);
    if (kind !== 'ipv4' || prefix < 16 || prefix > 28)
      throw new ServiceError('InvalidVpc.Range', 400, `The CIDR '${input.CidrBlock}' is invalid.`);
    if (repository.count({ accountId, region }, 'vpc') >= vpcsMax)
      throw limitExceeded('VpcLimitExceeded', 'The maximum number of VPCs has been reached.');
    const id = newId('vpc-');
    const vpc: VpcRecord = {
      accountId,
      region,
      id,
      vpcId: id,
      tags: tagsFor('vpc', input.TagSpecifications),
      cidr,
      ...(input.AmazonProvidedIpv6CidrBlock && { ipv6Cidr: providedIpv6Block() }),
      isDefault: false,
    };
    repository.put('vpc', vpc);
    repository.put('group', defaultGroup(vpc, id, newId('sg-')));
    return { Vpc: toVpc(vpc) };
  };
}

/** From a range that AWS gives to VPCs, 56 bits long. */
function providedIpv6Block(): string {
  const digits = randomBytes(4).toString('hex');
  return `2600:1f00:${digits.slice(0, 4)}:${digits.slice(4, 6)}00::/56`;
}

function assertOffered(input: CreateVpcRequest): void {
  if (input.InstanceTenancy !== undefined && input.InstanceTenancy !== 'default')
    throw notImplemented(`The tenancy ${input.InstanceTenancy} of a VPC`);
  if (input.Ipv4IpamPoolId ?? input.Ipv6IpamPoolId ?? input.Ipv6Pool ?? input.Ipv6CidrBlock)
    throw notImplemented('Pools of addresses');
}
