'use client';

import { ChevronDown } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Menu, type MenuItem } from '@/components/ui/menu';
import type { ApiRef } from '@/lib/domain/api';
import { routes, type Place } from '@/lib/routes';

const DeleteApisDialog = lazy(() =>
  import('./delete-apis-dialog').then((module) => ({ default: module.DeleteApisDialog })),
);

/** The acts of an API that belong to no page of it. `items` come before them. */
export function ApiActs(props: {
  place: Place;
  api: ApiRef & { readonly name: string };
  connectionName: string;
  items?: readonly MenuItem[];
  /** Why the role may not change it. */
  refusedReason: string | undefined;
}) {
  const { place, api } = props;
  const t = useTranslations('apis');
  const router = useRouter();
  const [isDeleting, setIsDeleting] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const off = props.refusedReason === undefined ? {} : { disabledReason: props.refusedReason };
  const clone =
    api.protocol === 'REST'
      ? [
          {
            id: 'clone',
            label: t('header.clone'),
            href: routes.createApi(place, 'rest', { from: api.id }),
            ...off,
          },
        ]
      : [];
  const remove = {
    id: 'delete',
    label: t('header.delete'),
    danger: true,
    onSelect: () => {
      setWasOpened(true);
      setIsDeleting(true);
    },
    ...off,
  };
  const first = [...(props.items ?? []), ...clone];
  return (
    <>
      <Menu
        label={t('actions')}
        align="end"
        groups={[...(first.length ? [{ id: 'api', items: first }] : []), { id: 'delete', items: [remove] }]}
      >
        {t('actions')}
        <ChevronDown aria-hidden size={16} strokeWidth={1.75} />
      </Menu>
      {wasOpened && (
        <Suspense>
          <DeleteApisDialog
            place={place}
            connectionName={props.connectionName}
            apis={[api]}
            open={isDeleting}
            onOpenChange={setIsDeleting}
            onDeleted={() => router.push(routes.apis(place))}
          />
        </Suspense>
      )}
    </>
  );
}
