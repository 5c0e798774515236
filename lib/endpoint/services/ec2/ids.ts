import { createHash, randomBytes } from 'node:crypto';
import type { Place } from './records.ts';

/** As AWS's long ids: a prefix and seventeen digits in hex. */
export function newId(prefix: string): string {
  return prefix + randomBytes(9).toString('hex').slice(0, 17);
}

/** The same every time, so that what is made by itself has the same id in every data folder. */
export function stableId(prefix: string, { accountId, region }: Place, name: string): string {
  const digest = createHash('sha256').update(`${accountId} ${region} ${name}`).digest('hex');
  return prefix + digest.slice(0, 17);
}
