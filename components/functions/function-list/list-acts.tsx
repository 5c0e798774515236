'use client';

import { Ellipsis, PencilLine, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useSelection } from '@/components/patterns/resource-table/selection';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Menu } from '@/components/ui/menu';
import { routes, type Place } from '@/lib/routes';
import { DeleteFunctionsDialog } from './delete-functions-dialog';

interface ActsProps {
  readonly place: Place;
  readonly connectionName: string;
  /** False for roles that may only look. */
  readonly canChange: boolean;
}

/** What the docked bar offers for the chosen rows. */
export function SelectionActs({ place, connectionName, canChange }: ActsProps) {
  const t = useTranslations('functions');
  const bulk = useTranslations('bulk');
  const router = useRouter();
  const { ids, clear } = useSelection();
  const [isDeleting, setIsDeleting] = useState(false);
  return (
    <>
      <ButtonLink
        variant="quiet"
        href={routes.bulkChanges(place, `?names=${ids.join(',')}`)}
        icon={<PencilLine aria-hidden size={16} strokeWidth={1.75} />}
        disabledReason={canChange ? undefined : t('needsDeveloper')}
      >
        {bulk('open')}
      </ButtonLink>
      <Button
        variant="quiet"
        icon={<Trash2 aria-hidden size={16} strokeWidth={1.75} />}
        disabledReason={canChange ? undefined : t('needsDeveloper')}
        onClick={() => setIsDeleting(true)}
      >
        {t('delete.act')}
      </Button>
      <DeleteFunctionsDialog
        place={place}
        connectionName={connectionName}
        names={ids}
        open={isDeleting}
        onOpenChange={setIsDeleting}
        onDeleted={() => {
          clear();
          router.refresh();
        }}
      />
    </>
  );
}

/** The menu at the end of a row. */
export function RowActs({ place, connectionName, canChange, name }: ActsProps & { name: string }) {
  const t = useTranslations('functions');
  const tabs = useTranslations('functionPage');
  const router = useRouter();
  const [isDeleting, setIsDeleting] = useState(false);
  return (
    <>
      <Menu
        label={t('rowActions', { name })}
        iconOnly
        variant="quiet"
        size="small"
        align="end"
        groups={[
          {
            id: 'open',
            items: (['code', 'test', 'monitor', 'configuration'] as const).map((tab) => ({
              id: tab,
              label: tabs(tab),
              href: routes.functionTab(place, name, tab),
            })),
          },
          {
            id: 'delete',
            items: [
              {
                id: 'delete',
                label: t('delete.act'),
                danger: true,
                onSelect: () => setIsDeleting(true),
                ...(canChange ? {} : { disabledReason: t('needsDeveloper') }),
              },
            ],
          },
        ]}
      >
        <Ellipsis aria-hidden size={16} strokeWidth={1.75} />
      </Menu>
      <DeleteFunctionsDialog
        place={place}
        connectionName={connectionName}
        names={[name]}
        open={isDeleting}
        onOpenChange={setIsDeleting}
        onDeleted={() => router.refresh()}
      />
    </>
  );
}
