import type { ConsoleErrorKind } from '@/lib/domain/console-error';

const kinds: Record<ConsoleErrorKind, true> = {
  invalid: true,
  'not-found': true,
  conflict: true,
  denied: true,
  throttled: true,
  quota: true,
  unreachable: true,
  failed: true,
  unsupported: true,
  unexpected: true,
};

/** All kinds, complete by type. */
export const consoleErrorKinds = Object.keys(kinds) as ConsoleErrorKind[];
