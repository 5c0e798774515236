import { ServiceError } from '../../errors.ts';
import { invalidValue } from './errors.ts';
import { findOrThrow } from './finding.ts';
import { newId } from './ids.ts';
import type { Ec2Parts } from './parts.ts';
import type { InterfaceRecord, InterfaceType, Place } from './records.ts';
import { freeAddress, isInside } from './rules/cidr.ts';

export interface NewInterface {
  readonly subnetId: string;
  readonly groupIds: readonly string[];
  readonly type: InterfaceType;
  readonly description: string;
  /** Wanted; the next free one without it. */
  readonly privateIp?: string | undefined;
}

const interfacesPerPlaceMax = 5000;

/** Puts an interface of a service into a subnet, where it takes an address. */
export function createInterface(parts: Ec2Parts, place: Place, wanted: NewInterface): InterfaceRecord {
  const { repository, clock } = parts;
  const subnet = findOrThrow(parts, place, 'subnet', wanted.subnetId);
  if (repository.count(place, 'interface') >= interfacesPerPlaceMax)
    throw new ServiceError(
      'NetworkInterfaceLimitExceeded',
      400,
      'The maximum number of network interfaces has been reached.',
    );
  if (wanted.privateIp !== undefined && !isInside(subnet.cidr, wanted.privateIp))
    throw invalidValue("Address does not fall within the subnet's address range");
  const taken = new Set(
    repository
      .listInVpc(place, 'interface', subnet.vpcId)
      .filter(({ subnetId }) => subnetId === subnet.id)
      .map(({ privateIp }) => privateIp),
  );
  const isTaken = wanted.privateIp !== undefined && taken.has(wanted.privateIp);
  const privateIp = isTaken ? undefined : (wanted.privateIp ?? freeAddress(subnet.cidr, taken));
  if (privateIp === undefined)
    throw new ServiceError(
      isTaken ? 'InvalidIPAddress.InUse' : 'InsufficientFreeAddressesInSubnet',
      400,
      isTaken
        ? `Address ${wanted.privateIp ?? ''} is in use.`
        : 'The specified subnet does not have enough free addresses to satisfy the request.',
    );
  const created: InterfaceRecord = {
    accountId: place.accountId,
    region: place.region,
    id: newId('eni-'),
    vpcId: subnet.vpcId,
    tags: {},
    subnetId: subnet.id,
    zone: subnet.zone,
    groupIds: wanted.groupIds,
    description: wanted.description,
    type: wanted.type,
    privateIp,
    createdMs: clock.now(),
  };
  repository.put('interface', created);
  return created;
}

/** Names of a place's groups by id, as listings show them. */
export function groupNamesOf({ repository }: Ec2Parts, place: Place): ReadonlyMap<string, string> {
  return new Map(repository.list(place, 'group').map(({ id, name }) => [id, name]));
}
