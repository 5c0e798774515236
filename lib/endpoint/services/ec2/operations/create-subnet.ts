import type { CreateSubnetRequest, CreateSubnetResult } from '@aws-sdk/client-ec2';
import { notImplemented, ServiceError } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { conflict, invalidValue, limitExceeded, missingParameter } from '../errors.ts';
import { findOrThrow } from '../finding.ts';
import { newId } from '../ids.ts';
import { toSubnet } from '../output.ts';
import type { Ec2Parts } from '../parts.ts';
import type { SubnetRecord, VpcRecord } from '../records.ts';
import { contains, overlaps, readCidr } from '../rules/cidr.ts';
import { tagsFor } from '../rules/tags.ts';
import { zonesOf } from '../zones.ts';

const subnetsPerVpcMax = 200;

export function createSubnet(parts: Ec2Parts): Operation<Given<CreateSubnetRequest>, CreateSubnetResult> {
  return (input, context) => {
    const { accountId, region } = context;
    if (input.Ipv6Native ?? input.Ipv4IpamPoolId ?? input.Ipv6IpamPoolId ?? input.OutpostArn)
      throw notImplemented('Subnets with IPv6 alone, from pools or on Outposts');
    const vpc = findOrThrow(parts, context, 'vpc', input.VpcId);
    const siblings = parts.repository.listInVpc(context, 'subnet', vpc.id);
    if (siblings.length >= subnetsPerVpcMax)
      throw limitExceeded('SubnetLimitExceeded', 'The maximum number of subnets has been reached.');
    const ipv6Cidr =
      input.Ipv6CidrBlock === undefined ? undefined : readIpv6(input.Ipv6CidrBlock, vpc, siblings);
    const subnet: SubnetRecord = {
      accountId,
      region,
      id: newId('subnet-'),
      vpcId: vpc.id,
      tags: tagsFor('subnet', input.TagSpecifications),
      zone: chooseZone(input, region),
      cidr: readIpv4(input.CidrBlock, vpc, siblings),
      ...(ipv6Cidr !== undefined && { ipv6Cidr }),
      isDefaultForZone: false,
    };
    parts.repository.put('subnet', subnet);
    return { Subnet: toSubnet(subnet, 0) };
  };
}

function readIpv4(text: string | undefined, vpc: VpcRecord, siblings: readonly SubnetRecord[]): string {
  if (!text) throw missingParameter('Either cidrBlock or ipv4IpamPoolId should be provided.');
  const { cidr, prefix, kind } = readCidr(text);
  if (kind !== 'ipv4' || prefix < 16 || prefix > 28 || !contains(vpc.cidr, cidr))
    throw new ServiceError('InvalidSubnet.Range', 400, `The CIDR '${text}' is invalid.`);
  if (siblings.some((sibling) => overlaps(sibling.cidr, cidr)))
    throw conflict('InvalidSubnet.Conflict', `The CIDR '${text}' conflicts with another subnet`);
  return cidr;
}

function readIpv6(text: string, vpc: VpcRecord, siblings: readonly SubnetRecord[]): string {
  const { cidr, prefix, kind } = readCidr(text);
  if (kind !== 'ipv6' || prefix !== 64 || !vpc.ipv6Cidr || !contains(vpc.ipv6Cidr, cidr))
    throw new ServiceError('InvalidSubnet.Range', 400, `The CIDR '${text}' is invalid.`);
  if (siblings.some((sibling) => sibling.ipv6Cidr === cidr))
    throw conflict('InvalidSubnet.Conflict', `The CIDR '${text}' conflicts with another subnet`);
  return cidr;
}

/** AWS chooses one where none is named. */
function chooseZone(input: CreateSubnetRequest, region: string): string {
  const zones = zonesOf(region);
  const wanted = input.AvailabilityZone ?? input.AvailabilityZoneId;
  const found =
    wanted === undefined ? zones[0] : zones.find(({ name, id }) => name === wanted || id === wanted);
  if (!found)
    throw invalidValue(
      `Value (${wanted ?? ''}) for parameter availabilityZone is invalid. Subnets can currently only be created in the following availability zones: ${zones.map(({ name }) => name).join(', ')}.`,
    );
  return found.name;
}
