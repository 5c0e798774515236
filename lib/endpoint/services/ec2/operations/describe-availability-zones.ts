import type { DescribeAvailabilityZonesRequest, DescribeAvailabilityZonesResult } from '@aws-sdk/client-ec2';
import type { Given, Operation } from '../../service.ts';
import { invalidValue } from '../errors.ts';
import { filtered, type Facets } from '../filters.ts';
import type { Ec2Parts } from '../parts.ts';
import { zonesOf, type Zone } from '../zones.ts';

interface ZoneOfRegion extends Zone {
  readonly region: string;
  readonly tags: Readonly<Record<string, string>>;
}

const facets: Facets<ZoneOfRegion> = {
  'zone-name': ({ name }) => [name],
  'zone-id': ({ id }) => [id],
  'region-name': ({ region }) => [region],
  'group-name': ({ region }) => [`${region}-zg-1`],
  'zone-type': () => ['availability-zone'],
  'opt-in-status': () => ['opt-in-not-required'],
  state: () => ['available'],
};

export function describeAvailabilityZones(
  _parts: Ec2Parts,
): Operation<Given<DescribeAvailabilityZonesRequest>, DescribeAvailabilityZonesResult> {
  return (input, { region }) => {
    const zones = zonesOf(region).map((zone) => ({ ...zone, region, tags: {} }));
    for (const name of input.ZoneNames ?? [])
      if (!zones.some((zone) => zone.name === name))
        throw invalidValue(`Invalid availability zone: [${name}]`);
    for (const id of input.ZoneIds ?? [])
      if (!zones.some((zone) => zone.id === id)) throw invalidValue(`Invalid availability zone-id: [${id}]`);
    const chosen = zones.filter(
      ({ name, id }) => (input.ZoneNames ?? [name]).includes(name) && (input.ZoneIds ?? [id]).includes(id),
    );
    return {
      AvailabilityZones: filtered(chosen, input.Filters, facets).map(({ name, id }) => ({
        ZoneName: name,
        ZoneId: id,
        ZoneType: 'availability-zone',
        RegionName: region,
        GroupName: `${region}-zg-1`,
        NetworkBorderGroup: region,
        OptInStatus: 'opt-in-not-required',
        State: 'available',
        Messages: [],
      })),
    };
  };
}
