'use client';

import { useRouter } from 'next/navigation';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useFlash } from '@/components/patterns/flash';
import { Button } from '@/components/ui/button';
import { deleteProviderAction } from '@/lib/actions/capacity-providers/delete-provider';
import { computeRoutes } from '@/lib/compute-routes';
import type { Place } from '@/lib/routes';

const ConfirmDelete = lazy(() =>
  import('@/components/patterns/confirm-delete').then((module) => ({ default: module.ConfirmDelete })),
);

/** "Delete" of a capacity provider; leads back to the list. */
export function DeleteProvider(props: { place: Place; name: string; refusedReason: string | undefined }) {
  const t = useTranslations('capacity.delete');
  const { place, name } = props;
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
            things={[{ name }]}
            consequences={[t('stops')]}
            onConfirm={() => deleteProviderAction({ place, name })}
            onDone={() => {
              flash.show({ kind: 'success', title: t('done') });
              router.push(computeRoutes.capacityProviders(place));
            }}
          />
        )}
      </Suspense>
    </>
  );
}
