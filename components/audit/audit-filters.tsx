'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Segmented } from '@/components/ui/segmented';
import { SelectControl } from '@/components/ui/select-field';
import { TextInput } from '@/components/ui/text-input';
import { TextLink } from '@/components/ui/text-link';
import type { AuditFilters as Filters } from '@/lib/queries/audit';
import { auditLink } from './audit-link';

const any = 'any';
const periods = ['1h', '1d', '7d', '30d', 'all'] as const;
const outcomes = ['ok', 'refused', 'failed'] as const;

/** Search, action, result, connection and period; each change is an address. */
export function AuditFilters(props: {
  filters: Filters;
  actions: readonly { value: string; label: string }[];
  connections: readonly { id: string; name: string }[];
}) {
  const t = useTranslations('audit');
  const router = useRouter();
  const [, startTransition] = useTransition();
  const { filters } = props;
  const [text, setText] = useState(filters.text);
  const go = (part: Partial<Filters>) =>
    startTransition(() => router.push(auditLink({ ...filters, ...part, page: 1 }), { scroll: false }));
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    go({ text: text.trim() });
  };
  const isFiltered =
    filters.text !== '' ||
    filters.action !== undefined ||
    filters.outcome !== undefined ||
    filters.connection !== undefined;
  const choose = (value: string) => (value === any ? undefined : value);

  return (
    <div className="flex flex-wrap items-center gap-8 px-inset py-12">
      <form role="search" onSubmit={handleSubmit} className="relative w-full max-w-search">
        <Search
          aria-hidden
          size={16}
          strokeWidth={1.75}
          className="pointer-events-none absolute top-8 left-8 text-muted"
        />
        <TextInput
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          className="pl-32"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </form>
      <div className="w-menu">
        <SelectControl
          ariaLabel={t('action')}
          options={[{ value: any, label: t('anyAction') }, ...props.actions]}
          value={filters.action ?? any}
          onValueChange={(value) => go({ action: choose(value) as Filters['action'] })}
        />
      </div>
      <div className="w-field-short">
        <SelectControl
          ariaLabel={t('result')}
          options={[
            { value: any, label: t('anyResult') },
            ...outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) })),
          ]}
          value={filters.outcome ?? any}
          onValueChange={(value) => go({ outcome: choose(value) as Filters['outcome'] })}
        />
      </div>
      <div className="w-field-short">
        <SelectControl
          ariaLabel={t('connection')}
          options={[
            { value: any, label: t('anyConnection') },
            ...props.connections.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={filters.connection ?? any}
          onValueChange={(value) => go({ connection: choose(value) })}
        />
      </div>
      <Segmented
        label={t('period')}
        options={periods.map((value) => ({ value, label: t(`periods.${value}`) }))}
        value={filters.period}
        onValueChange={(period) => go({ period })}
      />
      {isFiltered && <TextLink href={auditLink({ period: filters.period })}>{t('clearFilters')}</TextLink>}
    </div>
  );
}
