import { randomBytes } from 'node:crypto';
import { assertByteCount, outOfBounds, validation } from './errors.ts';

interface SizeInput {
  readonly KeySpec?: string | undefined;
  readonly NumberOfBytes?: number | undefined;
}

/** A new data key of the size asked for, by name or in bytes. */
export function newDataKey({ KeySpec: spec, NumberOfBytes: count }: SizeInput): Buffer {
  if ((spec === undefined) === (count === undefined))
    throw validation('Please specify either number of bytes or key spec.');
  if (spec !== undefined && spec !== 'AES_256' && spec !== 'AES_128')
    throw outOfBounds('keySpec', 'Member must satisfy enum value set: [AES_256, AES_128]');
  const bytes = count ?? (spec === 'AES_128' ? 16 : 32);
  assertByteCount(bytes);
  return randomBytes(bytes);
}
