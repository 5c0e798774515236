'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Segmented } from '@/components/ui/segmented';
import { TextInput } from '@/components/ui/text-input';
import { routes, withQuery, type Place } from '@/lib/routes';
import { ranges, type RangeId } from './ranges';

/** Searches all streams for a filter pattern; what is searched for stands in the address. */
export function LogSearch(props: {
  place: Place;
  functionName: string;
  query: string;
  range: RangeId;
  /** A search is on: offer the way back. */
  isSearching: boolean;
}) {
  const t = useTranslations('monitor');
  const router = useRouter();
  const [query, setQuery] = useState(props.query);
  const [range, setRange] = useState(props.range);
  const [isPending, startTransition] = useTransition();
  const base = routes.functionTab(props.place, props.functionName, 'monitor');
  const go = (next: RangeId) =>
    startTransition(() => router.push(withQuery(base, { q: query.trim(), range: next })));
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    go(range);
  };
  return (
    <form role="search" onSubmit={handleSubmit} className="flex flex-wrap items-center gap-x-12 gap-y-8">
      <div className="max-w-field min-w-0 flex-1 basis-full tablet:basis-0">
        <TextInput
          type="search"
          mono
          aria-label={t('filter')}
          placeholder={t('filterPlaceholder')}
          maxLength={1024}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      <Segmented
        label={t('range')}
        options={ranges.map(({ id }) => ({ value: id, label: t(`ranges.${id}`) }))}
        value={range}
        onValueChange={(next) => {
          setRange(next);
          if (props.isSearching) go(next);
        }}
      />
      <Button type="submit" pending={isPending} icon={<Search aria-hidden size={16} strokeWidth={1.75} />}>
        {t('search')}
      </Button>
      {props.isSearching && (
        <ButtonLink href={base} variant="quiet">
          {t('clearSearch')}
        </ButtonLink>
      )}
    </form>
  );
}
