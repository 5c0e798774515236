import 'server-only';
import type { ConsoleError } from '@/lib/domain/console-error';
import { consoleError } from '@/lib/domain/console-error';
import type { Result } from '@/lib/shared/result';

/**
 * Why a setting that AWS keeps no revision of must not be saved: it could not be read, or it is not what the form
 * was filled from (`conflict` with the field `revision`). Undefined when the way is free.
 */
export function changedMeanwhile(
  before: string | undefined,
  now: Result<{ readonly revisionId: string | undefined }, ConsoleError>,
  operation: string,
): ConsoleError | undefined {
  if (!now.ok) return now.error;
  if (before === undefined || now.data.revisionId === before) return undefined;
  const message = 'Someone else changed this since the page was read. Read the page again.';
  return consoleError('conflict', message, { operation, field: 'revision' });
}
