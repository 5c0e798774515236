import { ServiceError } from '../../errors.ts';
import { badRequest, refusal } from './errors.ts';
import type { EfsParts } from './parts.ts';
import type { Place } from './records.ts';

const codes: Readonly<Record<string, readonly [code: string, status: number]>> = {
  'InvalidSubnetID.NotFound': ['SubnetNotFound', 400],
  'InvalidSubnetID.Malformed': ['BadRequest', 400],
  'InvalidGroup.NotFound': ['SecurityGroupNotFound', 400],
  'InvalidGroupId.Malformed': ['BadRequest', 400],
  'InvalidIPAddress.InUse': ['IpAddressInUse', 409],
  InvalidParameterValue: ['BadRequest', 400],
  InsufficientFreeAddressesInSubnet: ['NoFreeAddressesInSubnet', 409],
  NetworkInterfaceLimitExceeded: ['NetworkInterfaceLimitExceeded', 409],
};

/** Refusals of EC2 under the names that EFS has for them. */
export function inWordsOfEfs<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const known = error instanceof ServiceError ? codes[error.code] : undefined;
    if (!known || !(error instanceof ServiceError)) throw error;
    throw refusal(known[0], known[1], error.message);
  }
}

const groupsMax = 5;

/** Groups of a mount target in this VPC; without any, its default one. */
export function groupsOrThrow(
  { networks }: EfsParts,
  place: Place,
  wanted: readonly string[] | undefined,
  vpcId: string,
): string[] {
  const ids = [...new Set(wanted)];
  if (ids.length > groupsMax)
    throw refusal(
      'SecurityGroupLimitExceeded',
      400,
      `A mount target has up to ${groupsMax} security groups.`,
    );
  if (ids.length === 0) {
    const found = networks.defaultGroupOf(place, vpcId);
    return found ? [found.id] : [];
  }
  for (const id of ids)
    if (inWordsOfEfs(() => networks.groupOrThrow(place, id)).vpcId !== vpcId)
      throw badRequest(`The security group '${id}' is not in the VPC of the mount target.`);
  return ids;
}
