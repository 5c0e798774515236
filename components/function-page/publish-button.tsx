'use client';

import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import type { Place } from '@/lib/routes';

const PublishDialog = lazy(() =>
  import('./publish-dialog').then((module) => ({ default: module.PublishDialog })),
);

/** Opens the dialog that publishes what is deployed. */
export function PublishButton(props: {
  place: Place;
  name: string;
  newest: string | undefined;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('versions.publish');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        variant="primary"
        data-shortcut="create"
        disabledReason={props.refusedReason}
        onClick={() => setIsOpen(true)}
      >
        {t('title')}
      </Button>
      <Suspense fallback={null}>
        {isOpen && (
          <PublishDialog
            place={props.place}
            name={props.name}
            newest={props.newest}
            onClose={() => setIsOpen(false)}
          />
        )}
      </Suspense>
    </>
  );
}
