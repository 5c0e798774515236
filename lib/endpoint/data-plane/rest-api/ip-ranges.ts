import { BlockList, isIP } from 'node:net';

/** Whether an address is in one of the ranges, such as `10.0.0.0/8` or `192.0.2.1`. What is no range holds nothing. */
export function isAllowedBy(ranges: readonly string[], address: string): boolean {
  const version = isIP(address);
  if (version === 0) return false;
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', prefix] = range.split('/');
    const family = isIP(network);
    if (family === 0) continue;
    const bits = prefix === undefined ? (family === 4 ? 32 : 128) : Number(prefix);
    if (!Number.isInteger(bits) || bits < 0 || bits > (family === 4 ? 32 : 128)) continue;
    list.addSubnet(network, bits, family === 4 ? 'ipv4' : 'ipv6');
  }
  return list.check(address, version === 4 ? 'ipv4' : 'ipv6');
}
