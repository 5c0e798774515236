'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';

interface Selection {
  /** Ids of the chosen rows of this page. */
  readonly ids: readonly string[];
  readonly pageIds: readonly string[];
  readonly set: (ids: readonly string[]) => void;
  readonly clear: () => void;
}

const Context = createContext<Selection>({
  ids: [],
  pageIds: [],
  set: () => undefined,
  clear: () => undefined,
});

/** Which rows are chosen, for the acts of a table's selection bar. Rows that left the page leave the choice. */
export function useSelection(): Selection {
  return useContext(Context);
}

/** Holds the choice of rows around a table that was drawn on the server. */
export function SelectionProvider({
  pageIds,
  children,
}: {
  pageIds: readonly string[];
  children: ReactNode;
}) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const selection = useMemo<Selection>(
    () => ({
      ids: chosen.filter((id) => pageIds.includes(id)),
      pageIds,
      set: setChosen,
      clear: () => setChosen([]),
    }),
    [chosen, pageIds],
  );
  return <Context value={selection}>{children}</Context>;
}

export function RowCheckbox({ id, label }: { id: string; label: string }) {
  const t = useTranslations('ui.table');
  const { ids, set } = useSelection();
  return (
    <Checkbox
      aria-label={t('selectRow', { name: label })}
      data-row-select
      checked={ids.includes(id)}
      onChange={(event) => set(event.target.checked ? [...ids, id] : ids.filter((other) => other !== id))}
    />
  );
}

export function PageCheckbox() {
  const t = useTranslations('ui.table');
  const { ids, pageIds, set } = useSelection();
  const isAll = pageIds.length > 0 && ids.length === pageIds.length;
  return (
    <Checkbox
      aria-label={t('selectPage')}
      checked={isAll}
      indeterminate={ids.length > 0 && !isAll}
      onChange={() => set(isAll ? [] : pageIds)}
    />
  );
}

/** Docks at the bottom of the sheet while rows are chosen; never covers a row. */
export function SelectionBar({ children }: { children: ReactNode }) {
  const t = useTranslations('ui.table');
  const { ids, clear } = useSelection();
  if (ids.length === 0) return null;
  return (
    <section
      aria-label={t('selection')}
      className="sticky bottom-0 z-sticky mt-auto flex min-h-topbar flex-wrap items-center gap-12 border-t border-edge bg-surface px-inset py-4"
    >
      <span className="border-r border-edge pr-12 font-medium">{t('selected', { count: ids.length })}</span>
      {children}
      <span className="ml-auto">
        <Button onClick={clear}>{t('clearSelection')}</Button>
      </span>
    </section>
  );
}
