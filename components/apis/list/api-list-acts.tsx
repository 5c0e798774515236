'use client';

import { Ellipsis, RefreshCw, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { lazy, Suspense, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { apiPages } from '@/components/apis/api-menu';
import { useSelection } from '@/components/patterns/resource-table/selection';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { useWasTrue } from '@/components/ui/use-was-true';
import type { ApiRef } from '@/lib/domain/api';
import { routes, type Place } from '@/lib/routes';
import { apiRowId } from './api-row-id';

const DeleteApisDialog = lazy(() =>
  import('../delete-apis-dialog').then((module) => ({ default: module.DeleteApisDialog })),
);

type NamedApi = ApiRef & { readonly name: string };
interface ActsProps {
  readonly place: Place;
  readonly connectionName: string;
  /** Why the role may not change APIs. */
  readonly refusedReason: string | undefined;
}

/** What the docked bar offers for the chosen rows of `apis`. */
export function SelectionActs(props: ActsProps & { apis: readonly NamedApi[] }) {
  const t = useTranslations('apis');
  const router = useRouter();
  const { ids, clear } = useSelection();
  const [isDeleting, setIsDeleting] = useState(false);
  const wasOpened = useWasTrue(isDeleting);
  return (
    <>
      <Button
        variant="quiet"
        icon={<Trash2 aria-hidden size={16} strokeWidth={1.75} />}
        disabledReason={props.refusedReason}
        onClick={() => setIsDeleting(true)}
      >
        {t('list.delete')}
      </Button>
      {wasOpened && (
        <Suspense>
          <DeleteApisDialog
            place={props.place}
            connectionName={props.connectionName}
            apis={props.apis.filter((api) => ids.includes(apiRowId(api)))}
            open={isDeleting}
            onOpenChange={setIsDeleting}
            onDeleted={() => {
              clear();
              router.refresh();
            }}
          />
        </Suspense>
      )}
    </>
  );
}

/** The menu at the end of a row. */
export function RowActs({ api, ...props }: ActsProps & { api: NamedApi }) {
  const t = useTranslations('apis');
  const router = useRouter();
  const [isDeleting, setIsDeleting] = useState(false);
  const wasOpened = useWasTrue(isDeleting);
  const off = props.refusedReason === undefined ? {} : { disabledReason: props.refusedReason };
  const pages = apiPages(props.place, api.id, api.protocol).map(({ page, href }) => ({
    id: page,
    label: t(`pages.${page}`),
    href,
  }));
  const clone = {
    id: 'clone',
    label: t('header.clone'),
    href: routes.createApi(props.place, 'rest', { from: api.id }),
    ...off,
  };
  const remove = {
    id: 'delete',
    label: t('list.delete'),
    danger: true,
    onSelect: () => setIsDeleting(true),
    ...off,
  };
  return (
    <>
      <Menu
        label={t('list.rowActions', { name: api.name })}
        iconOnly
        variant="quiet"
        size="small"
        align="end"
        groups={[
          { id: 'open', items: pages.slice(0, 4) },
          { id: 'change', items: [...(api.protocol === 'REST' ? [clone] : []), remove] },
        ]}
      >
        <Ellipsis aria-hidden size={16} strokeWidth={1.75} />
      </Menu>
      {wasOpened && (
        <Suspense>
          <DeleteApisDialog
            {...props}
            apis={[api]}
            open={isDeleting}
            onOpenChange={setIsDeleting}
            onDeleted={() => router.refresh()}
          />
        </Suspense>
      )}
    </>
  );
}

/** Reads the list again. */
export function RefreshApis() {
  const t = useTranslations('apis');
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return (
    <IconButton
      label={t('refresh')}
      variant="normal"
      pending={isPending}
      onClick={() => startTransition(() => router.refresh())}
      data-shortcut="refresh"
    >
      <RefreshCw aria-hidden size={16} strokeWidth={1.75} />
    </IconButton>
  );
}
