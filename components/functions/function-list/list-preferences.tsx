'use client';

import { useRouter } from 'next/navigation';
import { TablePreferences, type TableChoice } from '@/components/patterns/resource-table/table-preferences';
import { setPreferencesAction } from '@/lib/preferences/set-preferences';

/** Preferences of the functions list, kept per browser. */
export function ListPreferences(props: {
  columns: readonly { id: string; label: string; locked?: boolean }[];
  value: TableChoice;
  defaults: TableChoice;
  /** The list on page 1 in the page size of the preferences. */
  href: string;
}) {
  const router = useRouter();
  const handleApply = async ({ density, pageSize, hiddenColumns }: TableChoice) => {
    await setPreferencesAction({
      density,
      tables: { functions: { pageSize, hiddenColumns: [...hiddenColumns] } },
    });
    router.replace(props.href, { scroll: false });
  };
  return (
    <TablePreferences
      columns={props.columns}
      value={props.value}
      defaults={props.defaults}
      onApply={handleApply}
    />
  );
}
