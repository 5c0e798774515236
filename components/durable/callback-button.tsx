'use client';

import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import type { Place } from '@/lib/routes';

const CallbackDialog = lazy(() =>
  import('./callback-dialog').then((module) => ({ default: module.CallbackDialog })),
);

/** Opens the dialog that answers a callback which an execution waits for. */
export function CallbackButton(props: {
  place: Place;
  functionName: string;
  callbackId: string;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('durable.callback');
  const [isOpen, setIsOpen] = useState(false);
  const { refusedReason, ...callback } = props;
  return (
    <>
      <Button size="small" disabledReason={refusedReason} onClick={() => setIsOpen(true)}>
        {t('open')}
      </Button>
      <Suspense fallback={null}>
        {isOpen && <CallbackDialog {...callback} onClose={() => setIsOpen(false)} />}
      </Suspense>
    </>
  );
}
