import { invalidParameterValue, validationException } from '../errors.ts';

/** AWS's default quotas, in bytes and environments (AccountLimit of GetAccountSettings). */
export const codeZippedBytesMax = 52_428_800;
export const codeUnpackedBytesMax = 262_144_000;
export const codeStorageBytesMax = 80_530_636_800;
export const concurrentExecutionsMax = 1000;

/** Each way, for synchronous calls. */
export const syncPayloadBytesMax = 6_291_456;
/** For asynchronous calls; raised from 256 KB in October 2025. */
export const eventPayloadBytesMax = 1_048_576;
/** Characters of base64. */
export const clientContextMax = 3583;
/** Of a function's, version's or alias's resource policy as JSON text. */
export const policyBytesMax = 20_480;
export const functionsPageMax = 50;

const accountMemoryMbMax = 10_240;
const timeoutSecondsMax = 900;
/** Of functions on a capacity provider, whose memory is bound by the model alone, too. */
export const managedTimeoutSecondsMax = 5400;

interface Sized {
  MemorySize?: number | undefined;
  Timeout?: number | undefined;
}

/** Maxima below the model's, for functions that are on no capacity provider; that of memory has words of its own. */
export function assertOrdinarySize({ MemorySize: memoryMb, Timeout: timeout }: Sized): void {
  if (timeout !== undefined && timeout > timeoutSecondsMax) {
    throw validationException(
      `1 validation error detected: Value '${timeout}' at 'timeout' failed to satisfy constraint: Member must have value less than or equal to ${timeoutSecondsMax}`,
    );
  }
  if (memoryMb !== undefined && memoryMb > accountMemoryMbMax) {
    throw invalidParameterValue(
      `'MemorySize' value failed to satisfy constraint: Member must have value less than or equal to ${accountMemoryMbMax}`,
    );
  }
}
