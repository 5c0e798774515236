'use client';

import { useRouter } from 'next/navigation';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useFlash } from '@/components/patterns/flash';
import { Button } from '@/components/ui/button';
import { deleteSigningConfigAction } from '@/lib/actions/signing/delete-signing-config';
import { routes, type Place } from '@/lib/routes';

const ConfirmDelete = lazy(() =>
  import('@/components/patterns/confirm-delete').then((module) => ({ default: module.ConfirmDelete })),
);

/** "Delete" of a code signing configuration; leads back to the list. */
export function DeleteSigning(props: {
  place: Place;
  arn: string;
  id: string;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('signing.delete');
  const { place, arn } = props;
  const [isOpen, setIsOpen] = useState(false);
  const flash = useFlash();
  const router = useRouter();
  return (
    <>
      <Button disabledReason={props.refusedReason} onClick={() => setIsOpen(true)}>
        {t('label')}
      </Button>
      <Suspense fallback={null}>
        {isOpen && (
          <ConfirmDelete
            open
            onOpenChange={setIsOpen}
            title={t('title')}
            description={t('text', { region: place.region })}
            things={[{ name: props.id }]}
            consequences={[t('stops')]}
            onConfirm={() => deleteSigningConfigAction({ place, arn })}
            onDone={() => {
              flash.show({ kind: 'success', title: t('done') });
              router.push(routes.signingConfigs(place));
            }}
          />
        )}
      </Suspense>
    </>
  );
}
