import type { Operation } from '../../service.ts';

/** Daemons report about themselves; nobody can read it back, on AWS neither. */
export function putTelemetryRecords(): Operation<object, object> {
  return () => ({});
}
