import { newId, stableId } from './ids.ts';
import type { Ec2Parts } from './parts.ts';
import type { GroupRecord, Place, RuleRecord } from './records.ts';
import { zonesOf } from './zones.ts';

/** The same on every account of AWS. */
const defaultCidr = '172.31.0.0/16';

/** Makes the default VPC the first time that a place is looked at; one that was deleted stays away. */
export function ensureDefaultNetwork(parts: Ec2Parts, place: Place): void {
  const { accountId, region } = place;
  parts.repository.transaction(() => {
    if (parts.repository.markPlace(place, parts.clock.now()))
      makeDefaultVpc(parts, { accountId, region }, stableId);
  });
}

/** `idFor` makes the ids: stable ones the first time, new ones when a deleted VPC is made again. */
export function makeDefaultVpc(
  { repository }: Ec2Parts,
  { accountId, region }: Place,
  idFor: typeof stableId = (prefix) => newId(prefix),
): string {
  const place = { accountId, region };
  const vpcId = idFor('vpc-', place, 'default');
  repository.put('vpc', { ...place, id: vpcId, vpcId, tags: {}, cidr: defaultCidr, isDefault: true });
  for (const [index, zone] of zonesOf(region).entries()) {
    repository.put('subnet', {
      ...place,
      id: idFor('subnet-', place, zone.name),
      vpcId,
      tags: {},
      zone: zone.name,
      cidr: `172.31.${index * 16}.0/20`,
      isDefaultForZone: true,
    });
  }
  repository.put('group', defaultGroup(place, vpcId, idFor('sg-', place, 'default')));
  return vpcId;
}

/** Members of the group reach each other and everything outside [AWS, Default security groups]. */
export function defaultGroup(place: Place, vpcId: string, id: string): GroupRecord {
  return {
    accountId: place.accountId,
    region: place.region,
    id,
    vpcId,
    tags: {},
    name: 'default',
    description: 'default VPC security group',
    rules: [
      {
        id: stableId('sgr-', place, `${id} in`),
        isEgress: false,
        protocol: '-1',
        peer: { kind: 'group', groupId: id, accountId: place.accountId },
      },
      allowAllOut(stableId('sgr-', place, `${id} out`)),
    ],
  };
}

/** What every new group has. */
export function allowAllOut(id: string): RuleRecord {
  return { id, isEgress: true, protocol: '-1', peer: { kind: 'ipv4', cidr: '0.0.0.0/0' } };
}
