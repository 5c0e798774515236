'use client';

import { useTranslations } from 'use-intl/react';
import { Note } from '@/components/ui/note';
import type { FunctionGraph } from '@/lib/domain/function-graph';

/** What could not be asked and why, one line each; the rest of the overview stands without it. */
export function RelationFailures({ failures }: { failures: FunctionGraph['failures'] }) {
  const t = useTranslations('designer');
  if (failures.length === 0) return null;
  return (
    <Note tone="warning" title={t('incomplete')}>
      <ul className="mt-4 flex flex-col gap-2 text-12">
        {failures.map(({ question, error }) => {
          const isKnown = error.kind === 'unsupported' || error.kind === 'denied';
          return (
            <li key={question}>
              <span className="font-medium text-text">{t(`question.${question}`)}</span>:{' '}
              {t(`asked.${isKnown ? (error.kind as 'denied') : 'other'}`)}
              {error.operation && <code className="ml-4 break-all">({error.operation})</code>}
              {!isKnown && <span className="block wrap-anywhere">{error.message}</span>}
            </li>
          );
        })}
      </ul>
    </Note>
  );
}
