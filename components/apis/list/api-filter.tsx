'use client';

import { useRouter } from 'next/navigation';
import { useOptimistic, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { PropertyFilter } from '@/components/patterns/property-filter/property-filter';
import { apiProperties, type ApiProperty } from '@/lib/domain/api-list';
import { formatRowListState, type RowListState } from '@/lib/domain/row-list';

type Values = readonly { readonly value: string; readonly count: number }[];

/** The filter of the APIs list; the address holds it. */
export function ApiFilter(props: {
  state: RowListState;
  facets: Readonly<Record<ApiProperty, Values>>;
  /** What the address leaves out. */
  defaults: { readonly sortDefault: string; readonly views: Readonly<Record<string, true>> };
  pageSizeDefault: number;
  basePath: string;
}) {
  const t = useTranslations('apis');
  const router = useRouter();
  const [, startTransition] = useTransition();
  const [filter, setFilter] = useOptimistic(props.state.filter);
  const wordOf = (property: ApiProperty, value: string) => {
    if (property === 'protocol') return t(`protocol.${value}` as 'protocol.REST');
    if (property === 'endpointType' && t.has(`endpointType.${value}` as 'endpointType.EDGE'))
      return t(`endpointType.${value}` as 'endpointType.EDGE');
    return value;
  };
  return (
    <PropertyFilter
      label={t('list.filter')}
      placeholder={t('list.filterPlaceholder')}
      properties={apiProperties.map((id) => ({
        id,
        label: t(`columns.${id}`),
        values: props.facets[id].map((one) => ({ ...one, label: wordOf(id, one.value) })),
      }))}
      value={filter}
      onChange={(next) =>
        startTransition(() => {
          setFilter(next);
          const state = { ...props.state, filter: next, page: 1 };
          const query = formatRowListState(state, props.defaults, props.pageSizeDefault);
          router.replace(props.basePath + query, { scroll: false });
        })
      }
    />
  );
}
