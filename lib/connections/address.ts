import 'server-only';
import dns from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { AddressPolicy } from '@/lib/config';
import { ConnectionError } from '@/lib/connections/connection';

function blockList(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/');
    const version = isIP(address);
    if (version === 0) continue;
    list.addSubnet(address, Number(prefix ?? (version === 6 ? 128 : 32)), version === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

const loopback = blockList(['127.0.0.0/8', '::1']);
const privateNetworks = blockList([
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  'fc00::/7',
]);
// Metadata services (169.254.169.254, 169.254.170.2, fd00:ec2::254, 100.100.100.200), and what is no host at all.
const never = blockList([
  '0.0.0.0/8',
  '169.254.0.0/16',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  '100.100.100.200/32',
  '::/128',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
  'fd00:ec2::/32',
]);

/** IPv4 that an IPv6 address stands for: mapped, compatible, NAT64 and 6to4. */
function embeddedIpv4(address: string): string | undefined {
  const dotted = /^::(?:ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (dotted !== undefined) return dotted;
  const host = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const match =
    /^(?:::ffff:|::|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(host) ??
    /^2002:([0-9a-f]{1,4}):([0-9a-f]{1,4})(?::|$)/.exec(host);
  if (!match) return undefined;
  const [high, low] = [Number.parseInt(match[1] ?? '0', 16), Number.parseInt(match[2] ?? '0', 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** True when the operator's setting lets a user reach this address (an IP, not a name). */
export function isAddressAllowed(address: string, policy: AddressPolicy): boolean {
  const version = isIP(address);
  if (version === 0) return false;
  const bare = address.split('%')[0] ?? address;
  const family = version === 6 ? 'ipv6' : 'ipv4';
  if (blockList(policy.allowedRanges).check(bare, family)) return true;
  if (loopback.check(bare, family)) return policy.allowLoopback;
  const inner = version === 6 ? embeddedIpv4(bare) : undefined;
  if (inner !== undefined) return isAddressAllowed(inner, policy);
  if (never.check(bare, family)) return false;
  return policy.allowPrivate || !privateNetworks.check(bare, family);
}

function refusal(host: string, address: string): ConnectionError {
  const way =
    host === address
      ? 'This address is private, local or reserved'
      : `${host} leads to ${address}, which is private, local or reserved`;
  return new ConnectionError(
    'address-refused',
    `${way}, and this console may not reach it. An administrator can allow it with LAMBDECK_ALLOWED_RANGES.`,
  );
}

/**
 * Checks a URL that a user typed: http or https, no credentials in it, and every address it resolves to allowed.
 * Throws a ConnectionError `address-refused` or `address-unknown`.
 */
export async function assertEndpointUrlAllowed(text: string, policy: AddressPolicy): Promise<void> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.username || url.password) {
    throw new ConnectionError('address-refused', 'The endpoint URL is http:// or https:// with a host name.');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await resolveAll(host);
  const refused = addresses.find((address) => !isAddressAllowed(address, policy));
  if (refused !== undefined) throw refusal(host, refused);
}

async function resolveAll(host: string): Promise<string[]> {
  try {
    return (await dns.promises.lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    throw new ConnectionError('address-unknown', `The host name ${host} does not resolve to an address.`);
  }
}

/**
 * `lookup` for sockets: resolves, and refuses at the moment of connecting, so that a name which pointed
 * elsewhere when it was checked does not get through.
 */
export function guardedLookup(policy: AddressPolicy): LookupFunction {
  return (hostname, options, callback) => {
    dns.lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) {
        callback(error, '', 0);
        return;
      }
      const refused = addresses.find(({ address }) => !isAddressAllowed(address, policy));
      const first = addresses[0];
      if (refused || !first) callback(refusal(hostname, refused?.address ?? 'nowhere'), '', 0);
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
