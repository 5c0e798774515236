'use client';

import { useRouter } from 'next/navigation';
import { useOptimistic, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import type { FilterValue } from '@/components/patterns/property-filter/filter';
import { PropertyFilter } from '@/components/patterns/property-filter/property-filter';
import type { Facet } from '@/lib/domain/function-facets';
import { filterProperties, type Filter, type FilterOperator } from '@/lib/domain/function-list';
import { formatListState, type FunctionListState } from '@/lib/domain/function-list-url';

const numbers: readonly string[] = ['memoryMb', 'timeoutSeconds', 'codeSizeBytes'];
const numberOperators: readonly FilterOperator[] = ['=', '!=', '<', '>'];

/** The filter of the functions list; the address holds it, so a filtered list can be sent to somebody. */
export function FunctionFilter(props: {
  state: FunctionListState;
  facets: readonly Facet[];
  pageSizeDefault: number;
  basePath: string;
}) {
  const t = useTranslations('functions');
  const router = useRouter();
  const [, startTransition] = useTransition();
  const { state, facets } = props;
  const [filter, setFilter] = useOptimistic<FilterValue>(state.filter);
  const valuesOf = (property: string) => facets.find((facet) => facet.property === property)?.values;
  const handleChange = (next: FilterValue) =>
    startTransition(() => {
      setFilter(next);
      // The pattern knows no properties; these tokens were made from ours.
      const changed = { ...state, filter: next as Filter, page: 1 };
      router.replace(props.basePath + formatListState(changed, props.pageSizeDefault), { scroll: false });
    });
  const ownProperties = filterProperties.map((id) => ({
    id,
    label: t(`columns.${id}`),
    values: valuesOf(id),
    ...(numbers.includes(id) && { operators: numberOperators }),
  }));
  const tags = facets.filter(({ property }) => property.startsWith('tag.'));
  const tagProperties = tags.map(({ property, values }) => ({
    id: property,
    label: `${t('columns.tag')} ${property.slice('tag.'.length)}`,
    values,
  }));
  return (
    <PropertyFilter
      label={t('filter.label')}
      placeholder={t('filter.placeholder')}
      properties={[...ownProperties, ...tagProperties]}
      value={filter}
      onChange={handleChange}
    />
  );
}
