'use client';

import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useFlash } from '@/components/patterns/flash';
import { Menu } from '@/components/ui/menu';
import { deleteVersionAction } from '@/lib/actions/functions/delete-version';
import { routes, withQuery, type Place } from '@/lib/routes';

const ConfirmDelete = lazy(() =>
  import('@/components/patterns/confirm-delete').then((module) => ({ default: module.ConfirmDelete })),
);

/** What can be done with one published version. */
export function VersionActs(props: {
  place: Place;
  name: string;
  version: string;
  connectionName: string;
  /** Aliases that keep it from being deleted. */
  aliases: readonly string[];
  refusedReason: string | undefined;
}) {
  const t = useTranslations('versions');
  const { place, name, version, aliases, refusedReason } = props;
  const [isDeleting, setIsDeleting] = useState(false);
  const flash = useFlash();
  const keptReason =
    refusedReason ?? (aliases.length > 0 ? t('inUse', { aliases: aliases.join(', ') }) : undefined);
  return (
    <>
      <Menu
        iconOnly
        variant="quiet"
        size="small"
        label={t('actions', { name: version })}
        groups={[
          {
            id: 'open',
            items: [
              {
                id: 'view',
                label: t('view'),
                href: withQuery(routes.functionTab(place, name, 'code'), { qualifier: version }),
              },
              {
                id: 'alias',
                label: t('createAliasHere'),
                href: routes.createAlias(place, name, version),
                ...(refusedReason && { disabledReason: refusedReason }),
              },
              {
                id: 'provisioned',
                label: t('provisioned'),
                href: routes.provisioned(place, name, { qualifier: version }),
                ...(refusedReason && { disabledReason: refusedReason }),
              },
            ],
          },
          {
            id: 'delete',
            items: [
              {
                id: 'delete',
                label: t('deleteVersion', { version }),
                danger: true,
                onSelect: () => setIsDeleting(true),
                ...(keptReason && { disabledReason: keptReason }),
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
            title={t('deleteVersion', { version })}
            description={t('deleteVersionText', {
              name,
              connection: props.connectionName,
              region: place.region,
            })}
            things={[{ name: `${name}:${version}` }]}
            consequences={[t('deleteVersionStops')]}
            onConfirm={() => deleteVersionAction({ place, functionName: name, version })}
            onDone={() => flash.show({ kind: 'success', title: t('versionDeleted', { version }) })}
          />
        )}
      </Suspense>
    </>
  );
}
