import ipaddr from 'ipaddr.js';
import { invalidValue } from '../errors.ts';

interface Block {
  /** With the host's bits cleared. */
  readonly cidr: string;
  readonly prefix: number;
  readonly kind: 'ipv4' | 'ipv6';
}

/** As EC2 keeps a block: host bits are cleared, IPv6 is written short. */
export function readCidr(text: string): Block {
  const [address = '', prefix = ''] = text.split('/');
  const isIpv4 = ipaddr.IPv4.isValidFourPartDecimal(address);
  const bits = isIpv4 ? 32 : 128;
  if ((!isIpv4 && !ipaddr.IPv6.isValid(address)) || !/^\d{1,3}$/.test(prefix) || Number(prefix) > bits)
    throw invalidValue(`CIDR block ${text} is malformed`);
  const network = isIpv4
    ? ipaddr.IPv4.networkAddressFromCIDR(text)
    : ipaddr.IPv6.networkAddressFromCIDR(text);
  return {
    cidr: `${network.toString()}/${Number(prefix)}`,
    prefix: Number(prefix),
    kind: isIpv4 ? 'ipv4' : 'ipv6',
  };
}

/** Whether all of the inner block lies in the outer one. */
export function contains(outer: string, inner: string): boolean {
  const [outerAddress, outerBits] = ipaddr.parseCIDR(outer);
  const [innerAddress, innerBits] = ipaddr.parseCIDR(inner);
  if (outerAddress.kind() !== innerAddress.kind() || innerBits < outerBits) return false;
  return innerAddress.match([outerAddress, outerBits]);
}

export function overlaps(one: string, other: string): boolean {
  return contains(one, other) || contains(other, one);
}

/** Addresses of a subnet that can be given out: the first four and the last one are AWS's own. */
export function usableAddresses(cidr: string): number {
  return 2 ** (32 - readCidr(cidr).prefix) - 5;
}

export function isInside(cidr: string, address: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(address) && contains(cidr, `${address}/32`);
}

/** The first address from the fifth on that is not taken. */
export function freeAddress(cidr: string, taken: ReadonlySet<string>): string | undefined {
  const first = ipaddr.IPv4.networkAddressFromCIDR(cidr).toByteArray();
  const base = first.reduce((number, byte) => number * 256 + byte, 0);
  const countMax = usableAddresses(cidr);
  for (let index = 0; index < countMax; index += 1) {
    const number = base + 4 + index;
    const address = [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
    if (!taken.has(address)) return address;
  }
  return undefined;
}

/** The n-th part of a block of IPv6, 64 bits long. */
export function ipv6Part(cidr: string, index: number): string {
  const bytes = ipaddr.IPv6.networkAddressFromCIDR(cidr).toByteArray();
  bytes[7] = (bytes[7] ?? 0) + index;
  return `${new ipaddr.IPv6(bytes).toString()}/64`;
}
