import 'server-only';
import type { AuditDetails } from '@/lib/audit/events';
import type { AliasChanges } from '@/lib/forms/versions';

/** A change of an alias as the audit log keeps it: the second version in words, since details are flat. */
export function aliasDetails(alias: string, { description, version, second }: AliasChanges): AuditDetails {
  return {
    alias,
    ...(description !== undefined && { description }),
    ...(version !== undefined && { version }),
    ...(second !== undefined && { second: second && `${second.version}: ${second.percent} %` }),
  };
}
