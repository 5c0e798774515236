/**
 * STS: who the caller is.
 *
 * Gaps: every operation but GetCallerIdentity; there are no sessions, so no role can be assumed.
 *
 * By design: any access key is a user of its account; see the README on credentials of the endpoint.
 *
 * Client quirks: none known.
 */
import type { Service } from '../service.ts';
import { operations } from './generated/operations.ts';

export { callerIdentity } from './caller.ts';

export function createStsService(): Service {
  return { name: 'sts', operations };
}
