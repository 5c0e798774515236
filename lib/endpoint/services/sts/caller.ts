import { createHash } from 'node:crypto';
import type { RequestContext } from '../service.ts';

/** Who sent a request, as far as its signature claims. */
export interface CallerIdentity {
  readonly accessKeyId: string;
  /** Has the form of an IAM user's unique id; the same key is always the same user. */
  readonly userId: string;
}

export function callerIdentity({ headers }: Pick<RequestContext, 'headers'>): CallerIdentity {
  const accessKeyId = /Credential=([\w-]{1,128})\//.exec(headers.authorization ?? '')?.[1] ?? 'anonymous';
  return { accessKeyId, userId: userId(accessKeyId) };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function userId(accessKeyId: string): string {
  const digest = createHash('sha256').update(accessKeyId).digest().subarray(0, 17);
  return `AIDA${Array.from(digest, (byte) => alphabet.charAt(byte % 32)).join('')}`;
}
