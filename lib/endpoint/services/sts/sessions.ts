import type { Credentials } from '@aws-sdk/client-sts';
import { randomBytes } from 'node:crypto';
import { ServiceError } from '../../errors.ts';
import type { StsParts } from './parts.ts';

const sessionsMax = 10_000;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Opens a session and gives its keys, which begin as AWS's temporary ones do. */
export function openSession(
  { repository, clock }: StsParts,
  holder: { readonly accountId: string; readonly arn: string; readonly userId: string },
  durationSeconds: number,
): Credentials {
  const accessKeyId = `ASIA${Array.from(randomBytes(16), (byte) => alphabet.charAt(byte % 32)).join('')}`;
  const secret = randomBytes(30).toString('base64');
  const nowMs = clock.now();
  const expiresMs = nowMs + durationSeconds * 1000;
  repository.transaction(() => {
    repository.removeExpired(nowMs);
    repository.insert({ ...holder, accessKeyId, secret, expiresMs });
    repository.keepAtMost(sessionsMax);
  });
  return {
    AccessKeyId: accessKeyId,
    SecretAccessKey: secret,
    SessionToken: randomBytes(192).toString('base64'),
    Expiration: new Date(expiresMs),
  };
}

/** Within AWS's bounds, or its refusal. */
export function readDuration(value: number | undefined, fallback: number, max: number): number {
  const seconds = value ?? fallback;
  if (seconds >= 900 && seconds <= max) return seconds;
  const constraint = seconds < 900 ? 'greater than or equal to 900' : `less than or equal to ${max}`;
  throw new ServiceError(
    'ValidationError',
    400,
    `1 validation error detected: Value '${seconds}' at 'durationSeconds' failed to satisfy constraint: Member must have value ${constraint}`,
  );
}
