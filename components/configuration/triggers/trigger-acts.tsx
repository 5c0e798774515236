'use client';

import { Ellipsis } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { lazy, Suspense, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { useFlash } from '@/components/patterns/flash';
import { Menu } from '@/components/ui/menu';
import { deleteTriggerAction } from '@/lib/actions/triggers/delete-trigger';
import { setTriggerStateAction } from '@/lib/actions/triggers/set-trigger-state';
import { routes, withQuery, type Place } from '@/lib/routes';

const ConfirmDelete = lazy(() =>
  import('@/components/patterns/confirm-delete').then((module) => ({ default: module.ConfirmDelete })),
);

/** Edit, pause and delete of one trigger. */
export function TriggerActs(props: {
  place: Place;
  functionName: string;
  qualifier: string | undefined;
  triggerRef: string;
  name: string;
  service: string;
  isPaused: boolean;
  canPause: boolean;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('triggers');
  const router = useRouter();
  const flash = useFlash();
  const [isAsking, setIsAsking] = useState(false);
  const [, startTransition] = useTransition();
  const { place, functionName, qualifier, triggerRef, name, isPaused, refusedReason } = props;
  const type = triggerRef.split(':')[0] ?? '';
  const isUrl = type === 'function-url';
  const hasForm = type !== 'statement' && !isUrl;
  const where = { place, functionName, qualifier, ref: triggerRef };
  const editHref = isUrl
    ? withQuery(routes.configuration(place, functionName, 'function-url'), { qualifier })
    : routes.editTrigger(place, functionName, { trigger: triggerRef, qualifier });
  const setState = () =>
    startTransition(async () => {
      const result = await setTriggerStateAction({ ...where, enabled: isPaused });
      if (result.ok) {
        flash.show({ kind: 'success', title: t('stateSet', { enabled: String(isPaused), name }) });
        router.refresh();
      } else {
        flash.show({ kind: 'danger', title: t('stateNotSet', { name }), text: result.error.message });
      }
    });
  const act = (allowed: boolean, reason: string, does: { href?: string; onSelect?: () => void }) => {
    const why = refusedReason ?? (allowed ? undefined : reason);
    return why === undefined ? does : { disabledReason: why };
  };

  return (
    <>
      <Menu
        label={t('actsOf', { name })}
        size="small"
        align="end"
        iconOnly
        groups={[
          {
            id: 'acts',
            items: [
              { id: 'edit', label: t('edit'), ...act(hasForm || isUrl, t('cannotEdit'), { href: editHref }) },
              {
                id: 'state',
                label: t(isPaused ? 'enable' : 'disable'),
                ...act(props.canPause, isUrl ? t('onUrlPage') : t('cannotPause'), { onSelect: setState }),
              },
              {
                id: 'delete',
                label: t('delete'),
                danger: true,
                ...act(!isUrl, t('onUrlPage'), { onSelect: () => setIsAsking(true) }),
              },
            ],
          },
        ]}
      >
        <Ellipsis aria-hidden size={16} strokeWidth={1.75} />
      </Menu>
      <Suspense fallback={null}>
        {isAsking && (
          <ConfirmDelete
            open
            onOpenChange={setIsAsking}
            title={t('deleteTitle', { name })}
            description={t('deleteText', { name: functionName, region: place.region })}
            things={[{ name, detail: props.service }]}
            consequences={[
              t('deleteStops', { service: props.service }),
              ...(type === 'mapping' || type === 'schedule' ? [] : [t('deletePermission')]),
              ...(props.service === 'API Gateway' ? [t('apiStays')] : []),
            ]}
            leftovers={
              type === 'rule' ? [{ id: 'rule', label: t('alsoRule'), detail: t('alsoRuleText') }] : []
            }
            onConfirm={(leftovers) =>
              deleteTriggerAction({ ...where, alsoSource: leftovers.includes('rule') })
            }
            onDone={() => {
              flash.show({ kind: 'success', title: t('deleted', { name }) });
              router.refresh();
            }}
          />
        )}
      </Suspense>
    </>
  );
}
