'use client';

import { Lock, SlidersHorizontal } from 'lucide-react';
import { type ReactNode, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';
import { Segmented } from '@/components/ui/segmented';
import { Switch } from '@/components/ui/switch';

type Density = 'comfortable' | 'compact';
type PageSize = 20 | 50 | 100;

export interface TableChoice {
  readonly density: Density;
  readonly pageSize: PageSize;
  readonly hiddenColumns: readonly string[];
}

const pageSizes = ['20', '50', '100'] as const;

/** Density, page size and columns of one table. `onApply` keeps them, usually with `setPreferencesAction`. */
export function TablePreferences(props: {
  columns: readonly { id: string; label: string; locked?: boolean }[];
  value: TableChoice;
  defaults: TableChoice;
  onApply: (choice: TableChoice) => Promise<void>;
}) {
  const t = useTranslations('ui.table');
  const common = useTranslations('ui');
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(props.value);
  const [isPending, startTransition] = useTransition();
  const handleOpenChange = (next: boolean) => {
    if (next) setDraft(props.value);
    setOpen(next);
  };
  const handleApply = () =>
    startTransition(async () => {
      await props.onApply(draft);
      setOpen(false);
    });
  const toggle = (id: string, isShown: boolean) =>
    setDraft({
      ...draft,
      hiddenColumns: isShown
        ? draft.hiddenColumns.filter((other) => other !== id)
        : [...draft.hiddenColumns, id],
    });
  return (
    <Popover
      title={t('preferences')}
      open={open}
      onOpenChange={handleOpenChange}
      trigger={
        <IconButton label={t('preferences')} variant="normal" size="small">
          <SlidersHorizontal aria-hidden size={16} strokeWidth={1.75} />
        </IconButton>
      }
      footer={
        <>
          <span className="mr-auto">
            <Button variant="quiet" onClick={() => setDraft(props.defaults)}>
              {t('reset')}
            </Button>
          </span>
          <Button onClick={() => setOpen(false)}>{common('cancel')}</Button>
          <Button variant="primary" pending={isPending} onClick={handleApply}>
            {t('apply')}
          </Button>
        </>
      }
    >
      <Part label={t('density')}>
        <Segmented
          wide
          label={t('density')}
          options={[
            { value: 'comfortable', label: t('comfortable') },
            { value: 'compact', label: t('compact') },
          ]}
          value={draft.density}
          onValueChange={(density) => setDraft({ ...draft, density })}
        />
      </Part>
      <Part label={t('pageSize')}>
        <Segmented
          wide
          label={t('pageSize')}
          options={pageSizes.map((value) => ({ value, label: value }))}
          value={`${draft.pageSize}`}
          onValueChange={(value) => setDraft({ ...draft, pageSize: Number(value) as PageSize })}
        />
      </Part>
      <Part label={t('columns')}>
        <ul>
          {props.columns.map((column) => (
            <li key={column.id}>
              <label className="flex min-h-control-small items-center gap-8">
                <span className="flex flex-1 items-center gap-8">
                  {column.label}
                  {column.locked && <Lock aria-hidden size={14} strokeWidth={1.75} className="text-muted" />}
                </span>
                <Switch
                  checked={column.locked || !draft.hiddenColumns.includes(column.id)}
                  disabled={column.locked}
                  onChange={(event) => toggle(column.id, event.target.checked)}
                />
              </label>
            </li>
          ))}
        </ul>
      </Part>
    </Popover>
  );
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-4">
      <span aria-hidden className="text-12 text-muted">
        {label}
      </span>
      {children}
    </div>
  );
}
