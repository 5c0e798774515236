import { randomBytes } from 'node:crypto';

/** The short id of a request, such as `Mc7UVioPPHcEKPA=`. */
export function newGatewayId(): string {
  return `${randomBytes(11).toString('base64url')}=`;
}
