import { own } from '../../../shared/own.ts';
/** Availability Zones of a Region. Those with other letters than a, b and c are listed [AWS, Regions and Zones]. */

const letters: Readonly<Record<string, string>> = {
  'us-east-1': 'abcdef',
  'us-west-1': 'ac',
  'us-west-2': 'abcd',
  'ap-northeast-1': 'acd',
  'ap-northeast-2': 'abcd',
  'ca-central-1': 'abd',
};

const compass: Readonly<Record<string, string>> = {
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
  central: 'c',
  northeast: 'ne',
  northwest: 'nw',
  southeast: 'se',
  southwest: 'sw',
};

export interface Zone {
  readonly name: string;
  /** `use1-az1`; which letter has which number differs between accounts on AWS, and does not here. */
  readonly id: string;
}

export function zonesOf(region: string): Zone[] {
  const parts = region.split('-');
  const number = parts.pop() ?? '1';
  const short = parts
    .map((part, index) => (index === 0 ? part : (own(compass, part) ?? part.slice(0, 1))))
    .join('');
  return [...(own(letters, region) ?? 'abc')].map((letter, index) => ({
    name: `${region}${letter}`,
    id: `${short}${number}-az${index + 1}`,
  }));
}

export function zoneId(region: string, name: string): string {
  return zonesOf(region).find((zone) => zone.name === name)?.id ?? '';
}
