'use client';

import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useFlash } from '@/components/patterns/flash';
import { Menu } from '@/components/ui/menu';
import { deleteAliasAction } from '@/lib/actions/functions/delete-alias';
import { routes, withQuery, type Place } from '@/lib/routes';

const ConfirmDelete = lazy(() =>
  import('@/components/patterns/confirm-delete').then((module) => ({ default: module.ConfirmDelete })),
);

/** What can be done with one alias. */
export function AliasActs(props: {
  place: Place;
  name: string;
  alias: string;
  connectionName: string;
  refusedReason: string | undefined;
}) {
  const t = useTranslations('versions');
  const { place, name, alias } = props;
  const [isDeleting, setIsDeleting] = useState(false);
  const flash = useFlash();
  const off = props.refusedReason ? { disabledReason: props.refusedReason } : {};
  return (
    <>
      <Menu
        iconOnly
        variant="quiet"
        size="small"
        label={t('actions', { name: alias })}
        groups={[
          {
            id: 'open',
            items: [
              {
                id: 'view',
                label: t('view'),
                href: withQuery(routes.functionTab(place, name, 'code'), { qualifier: alias }),
              },
              { id: 'edit', label: t('edit'), href: routes.editAlias(place, name, alias), ...off },
              {
                id: 'provisioned',
                label: t('provisioned'),
                href: routes.provisioned(place, name, { qualifier: alias }),
                ...off,
              },
            ],
          },
          {
            id: 'delete',
            items: [
              {
                id: 'delete',
                label: t('deleteAlias', { name: alias }),
                danger: true,
                onSelect: () => setIsDeleting(true),
                ...off,
              },
            ],
          },
        ]}
      >
        <Ellipsis aria-hidden size={16} strokeWidth={1.75} />
      </Menu>
      <Suspense fallback={null}>
        {isDeleting && (
          <ConfirmDelete
            open
            onOpenChange={setIsDeleting}
            title={t('deleteAlias', { name: alias })}
            description={t('deleteVersionText', {
              name,
              connection: props.connectionName,
              region: place.region,
            })}
            things={[{ name: `${name}:${alias}` }]}
            consequences={[t('deleteAliasStops')]}
            onConfirm={() => deleteAliasAction({ place, functionName: name, name: alias })}
            onDone={() => flash.show({ kind: 'success', title: t('aliasDeleted', { name: alias }) })}
          />
        )}
      </Suspense>
    </>
  );
}
