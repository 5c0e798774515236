'use client';

import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useFlash } from '@/components/patterns/flash';
import { Button } from '@/components/ui/button';
import { unshareLayerAction } from '@/lib/actions/layers/share-layer';
import type { Place } from '@/lib/routes';

const ConfirmDelete = lazy(() =>
  import('@/components/patterns/confirm-delete').then((module) => ({ default: module.ConfirmDelete })),
);

/** Takes one permission of a layer version away. */
export function UnshareLayer(props: {
  place: Place;
  layer: string;
  version: number;
  statementId: string;
  /** Of the policy that is in view. */
  revisionId: string | undefined;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('layers.share');
  const { place, layer, version, statementId, revisionId } = props;
  const [isOpen, setIsOpen] = useState(false);
  const flash = useFlash();
  return (
    <>
      <Button
        size="small"
        aria-label={t('removeTitle', { id: statementId })}
        disabledReason={props.refusedReason}
        onClick={() => setIsOpen(true)}
      >
        {t('remove')}
      </Button>
      <Suspense fallback={null}>
        {isOpen && (
          <ConfirmDelete
            open
            onOpenChange={setIsOpen}
            title={t('removeTitle', { id: statementId })}
            description={t('removeText', { layer, version })}
            things={[{ name: statementId }]}
            consequences={[t('removeStops')]}
            onConfirm={() => unshareLayerAction({ place, layer, version, statementId, revisionId })}
            onDone={() => flash.show({ kind: 'success', title: t('removed', { id: statementId }) })}
          />
        )}
      </Suspense>
    </>
  );
}
