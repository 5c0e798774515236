'use client';

import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { useFlash } from '@/components/patterns/flash';
import { Menu } from '@/components/ui/menu';
import { useWasTrue } from '@/components/ui/use-was-true';
import { deleteHttpDeploymentAction } from '@/lib/actions/http-apis/delete-part';
import { moveHttpStageAction } from '@/lib/actions/http-apis/save-stage';
import type { Place } from '@/lib/routes';

const ConfirmDelete = lazy(() =>
  import('@/components/patterns/confirm-delete').then((module) => ({ default: module.ConfirmDelete })),
);

/** What can be done with a deployment: let a stage answer by it, or delete it. */
export function DeploymentActs(props: {
  place: Place;
  apiId: string;
  id: string;
  /** Stages that do not deploy automatically and answer by another one. */
  stages: readonly string[];
  refusedReason: string | undefined;
}) {
  const t = useTranslations('httpPages.deployments');
  const flash = useFlash();
  const { place, apiId, id } = props;
  const [isDeleting, setIsDeleting] = useState(false);
  const wasOpened = useWasTrue(isDeleting);
  const [, startTransition] = useTransition();
  const off = props.refusedReason === undefined ? {} : { disabledReason: props.refusedReason };
  const move = (stageName: string) =>
    startTransition(async () => {
      const result = await moveHttpStageAction({ place, apiId, stageName, deploymentId: id });
      if (result.ok) flash.show({ kind: 'success', title: t('moved', { name: stageName, id }) });
      else flash.show({ kind: 'danger', title: result.error.message });
    });
  const moves = props.stages.map((name) => ({
    id: name,
    label: t('move', { name }),
    onSelect: () => move(name),
    ...off,
  }));
  const remove = {
    id: 'delete',
    label: t('delete'),
    danger: true,
    onSelect: () => setIsDeleting(true),
    ...off,
  };
  return (
    <>
      <Menu
        label={t('rowActions', { id })}
        iconOnly
        variant="quiet"
        size="small"
        align="end"
        groups={[...(moves.length ? [{ id: 'move', items: moves }] : []), { id: 'delete', items: [remove] }]}
      >
        <Ellipsis aria-hidden size={16} strokeWidth={1.75} />
      </Menu>
      {wasOpened && (
        <Suspense>
          <ConfirmDelete
            open={isDeleting}
            onOpenChange={setIsDeleting}
            title={t('deleteTitle')}
            description={t('deleteText')}
            things={[{ name: id }]}
            onConfirm={() => deleteHttpDeploymentAction({ place, apiId, id })}
            onDone={() => flash.show({ kind: 'success', title: t('deleted', { id }) })}
          />
        </Suspense>
      )}
    </>
  );
}
