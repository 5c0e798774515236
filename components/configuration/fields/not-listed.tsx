'use client';

import { useTranslations } from 'use-intl/react';
import { Note } from '@/components/ui/note';
import type { ConsoleError } from '@/lib/domain/console-error';

/** Why a form has no list to choose from, before anyone fills it in. */
export function NotListed({ what, error }: { what: string; error: ConsoleError | undefined }) {
  const t = useTranslations('operations');
  if (!error) return null;
  return (
    <Note tone="warning" title={t('notListedTitle', { what })}>
      {error.kind === 'unsupported'
        ? t('unsupportedText', { operation: error.operation ?? what })
        : t('notListedText', { reason: error.message })}
    </Note>
  );
}
