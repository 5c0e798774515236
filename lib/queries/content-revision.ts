import 'server-only';
import { createHash } from 'node:crypto';

/** Stands for the revision of a setting that AWS has none for: equal contents, equal revisions. */
export function contentRevision(values: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(values) ?? 'nothing')
    .digest('hex')
    .slice(0, 16);
}
