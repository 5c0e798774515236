'use client';

import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import type { Place } from '@/lib/routes';

const StopDialog = lazy(() => import('./stop-dialog').then((module) => ({ default: module.StopDialog })));

/** Opens the dialog that stops an execution for good. */
export function StopButton(props: {
  place: Place;
  functionName: string;
  executionArn: string;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('durable.stop');
  const [isOpen, setIsOpen] = useState(false);
  const { refusedReason, ...execution } = props;
  return (
    <>
      <Button disabledReason={refusedReason} onClick={() => setIsOpen(true)}>
        {t('title')}
      </Button>
      <Suspense fallback={null}>
        {isOpen && <StopDialog {...execution} onClose={() => setIsOpen(false)} />}
      </Suspense>
    </>
  );
}
