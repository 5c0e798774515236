'use client';

import { useRouter } from 'next/navigation';
import { TablePreferences, type TableChoice } from '@/components/patterns/resource-table/table-preferences';
import { setPreferencesAction } from '@/lib/preferences/set-preferences';

/** Preferences of the APIs list, kept per browser. */
export function ApiListPreferences(props: {
  columns: readonly { id: string; label: string; locked?: boolean }[];
  value: TableChoice;
  defaults: TableChoice;
  /** The list on page 1 in the page size of the preferences. */
  href: string;
}) {
  const router = useRouter();
  return (
    <TablePreferences
      columns={props.columns}
      value={props.value}
      defaults={props.defaults}
      onApply={async ({ density, pageSize, hiddenColumns }) => {
        await setPreferencesAction({
          density,
          tables: { apis: { pageSize, hiddenColumns: [...hiddenColumns] } },
        });
        router.replace(props.href, { scroll: false });
      }}
    />
  );
}
