import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { BlockList, isIP } from 'node:net';

/** This machine itself: services that trust whoever reaches them there, the control plane of this endpoint among them. */
const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Never a back end: metadata services of clouds, and addresses that stand for none or for many. */
const never = new BlockList();
never.addSubnet('0.0.0.0', 8, 'ipv4');
never.addSubnet('169.254.0.0', 16, 'ipv4');
never.addSubnet('224.0.0.0', 3, 'ipv4');
never.addAddress('::', 'ipv6');
never.addSubnet('fe80::', 10, 'ipv6');
never.addSubnet('ff00::', 8, 'ipv6');
never.addAddress('fd00:ec2::254', 'ipv6');

export interface AddressRules {
  readonly isLoopbackAllowed: boolean;
}

/** Whether an API may call an IP address. IPv4 inside of IPv6 is judged as IPv4. */
export function isAllowedAddress(address: string, { isLoopbackAllowed }: AddressRules): boolean {
  const plain = address.replace(/^\[|\]$/g, '');
  const version = isIP(plain);
  if (version === 0) return false;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  // BlockList judges ::ffff:a.b.c.d by its IPv4 rules.
  if (never.check(plain, family)) return false;
  return isLoopbackAllowed || !loopback.check(plain, family);
}

type Found = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

/**
 * A name look-up for `http.request` that keeps to the rules. The check is here, on what is connected to, so that a
 * name which resolves differently the second time gains nothing.
 */
export function ruledLookup(rules: AddressRules) {
  return (hostName: string, options: LookupOptions, found: Found): void => {
    lookup(hostName, { ...options, all: true }, (error, addresses) => {
      if (error) {
        found(error, []);
        return;
      }
      const allowed = addresses.filter(({ address }) => isAllowedAddress(address, rules));
      const [first] = allowed;
      if (!first) {
        const refusal: NodeJS.ErrnoException = new Error(`${hostName} is an address that APIs may not call`);
        refusal.code = 'EADDRREFUSED';
        found(refusal, []);
      } else if (options.all) found(null, allowed);
      else found(null, first.address, first.family);
    });
  };
}
