import { Note } from '@/components/ui/note';
import type { ConsoleError } from '@/lib/domain/console-error';
import { getTranslator } from '@/lib/i18n/server';

/** Why a section is shown without what another service says of it. */
export async function NotShown({ title, error }: { title: string; error: ConsoleError }) {
  const t = await getTranslator('operations');
  return (
    <Note tone="info" title={title}>
      {error.kind === 'unsupported'
        ? t('notOfThisConnection', { operation: error.operation ?? '' })
        : error.message}
    </Note>
  );
}
