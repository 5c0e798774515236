import { ServiceError } from '../../errors.ts';
import { invalidSubnet, invalidValue } from './errors.ts';
import type { RdsParts } from './parts.ts';
import type { RdsPlace } from './records.ts';

/** The VPC that subnets are all of. Throws InvalidSubnet. */
export function findVpc(
  { networks }: Pick<RdsParts, 'networks'>,
  place: RdsPlace,
  subnetIds: readonly string[],
): string {
  const subnets = subnetIds.map((id) => {
    try {
      return networks.subnetOrThrow(place, id);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      throw invalidSubnet(`Some input subnets are invalid: ${id.slice(0, 100)}`);
    }
  });
  const [vpcId = '', ...others] = new Set(subnets.map((subnet) => subnet.vpcId));
  if (others.length > 0) throw invalidSubnet('The subnets of a proxy must all be of one VPC.');
  if (new Set(subnets.map(({ zone }) => zone)).size < 2)
    throw invalidSubnet('DB Proxies must be created with subnets in at least two Availability Zones.');
  return vpcId;
}

/** Security groups of that VPC; its default one where none are named, as on AWS. */
export function findGroups(
  { networks }: Pick<RdsParts, 'networks'>,
  place: RdsPlace,
  vpcId: string,
  groupIds: readonly string[],
): readonly string[] {
  const byDefault = networks.defaultGroupOf(place, vpcId);
  if (groupIds.length === 0) return byDefault ? [byDefault.id] : [];
  for (const id of groupIds) {
    let found: string | undefined;
    try {
      found = networks.groupOrThrow(place, id).vpcId;
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
    }
    if (found !== vpcId)
      throw invalidValue(`The security group ${id.slice(0, 100)} is not one of the VPC ${vpcId}.`);
  }
  return groupIds;
}
