import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

const addressMax = 64;

/**
 * Writes the other end of each connection into `x-forwarded-for`, as a proxy would: what a caller wrote there himself
 * then stands before it. Next keeps a caller's own value and would not add to it. To be called once, before the server
 * answers.
 */
export function noteCallers(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    const given = request.headers['x-forwarded-for'];
    const address = request.socket.remoteAddress ?? 'unknown';
    request.headers['x-forwarded-for'] = given === undefined ? address : `${String(given)}, ${address}`;
  });
}

/**
 * Who asked, from the header that `noteCallers` completes: the last address that none of the trusted proxies is.
 * Of a shorter list the first. An IPv6
 * address stands for its network of 64 bits, which one caller has to himself and may change within at will.
 */
export function callerAddress(forwardedFor: string | null, trustedProxies: number): string {
  const addresses = (forwardedFor ?? '').split(',').map((address) => address.trim());
  const address = addresses[Math.max(0, addresses.length - 1 - trustedProxies)];
  return networkOf(address?.slice(0, addressMax) ?? '') || 'unknown';
}

function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const read = ipaddr.process(address); // An IPv4 address written as IPv6 is the IPv4 address.
  if (read instanceof ipaddr.IPv4) return read.toString();
  const network = read.parts.slice(0, 4).map((part) => part.toString(16));
  return `${network.join(':')}::/64`;
}
