'use client';

import { useRouter } from 'next/navigation';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useFlash } from '@/components/patterns/flash';
import { Button } from '@/components/ui/button';
import { deleteLayerVersionAction } from '@/lib/actions/layers/delete-layer-version';
import { routes, type Place } from '@/lib/routes';

const ConfirmDelete = lazy(() =>
  import('@/components/patterns/confirm-delete').then((module) => ({ default: module.ConfirmDelete })),
);

/** "Delete" of one version of a layer, in a row of its list or on its own page. */
export function DeleteLayerVersion(props: {
  place: Place;
  layer: string;
  version: number;
  /** On the version's own page, which is gone afterwards. */
  leaves?: boolean;
  size?: 'small';
  refusedReason: string | undefined;
}) {
  const t = useTranslations('layers.delete');
  const { place, layer, version } = props;
  const [isOpen, setIsOpen] = useState(false);
  const flash = useFlash();
  const router = useRouter();
  return (
    <>
      <Button
        size={props.size}
        disabledReason={props.refusedReason}
        aria-label={t('title', { version })}
        onClick={() => setIsOpen(true)}
      >
        {t('label')}
      </Button>
      <Suspense fallback={null}>
        {isOpen && (
          <ConfirmDelete
            open
            onOpenChange={setIsOpen}
            title={t('title', { version })}
            description={t('text', { layer, region: place.region })}
            things={[{ name: `${layer}:${version}` }]}
            consequences={[t('ends'), t('stays')]}
            onConfirm={() => deleteLayerVersionAction({ place, layer, version })}
            onDone={() => {
              flash.show({ kind: 'success', title: t('done', { layer, version }) });
              if (props.leaves) router.push(routes.layer(place, layer));
            }}
          />
        )}
      </Suspense>
    </>
  );
}
