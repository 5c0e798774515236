'use client';

import { useState } from 'react';
import type { ConsoleError } from '@/lib/domain/console-error';
import { useTranslations } from 'use-intl/react';
import { Failure } from './failure';

/** Body of an `error.tsx`: something was thrown that nobody expected. The digest finds the line in our log. */
export function FailurePage(props: { error: Error & { digest?: string }; retry: () => void }) {
  const t = useTranslations('failure');
  const [at] = useState(() => new Date().toISOString());
  const error: ConsoleError = {
    kind: 'unexpected',
    message: t('unexpected.text'),
    reference: props.error.digest,
    at,
  };
  return (
    <div className="p-inset">
      <Failure error={error} onRetry={props.retry} />
    </div>
  );
}
