'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { SelectField } from '@/components/ui/select-field';
import { withQuery } from '@/lib/routes';

/** Stands for all stages: no stage is named so. */
const all = '*';

/** Whose stage the graphs of an API are; keeps the range that is chosen. */
export function StageFilter(props: { stages: readonly string[]; stage: string | undefined; range: string }) {
  const t = useTranslations('apis');
  const router = useRouter();
  const pathname = usePathname();
  // Shown as chosen at once; the graphs follow when they are there.
  const [chosen, setChosen] = useState(props.stage ?? all);
  return (
    <SelectField
      label={t('dashboard.stage')}
      className="min-w-field-short"
      options={[
        { value: all, label: t('dashboard.allStages') },
        ...props.stages.map((name) => ({ value: name, label: name })),
      ]}
      value={chosen}
      onValueChange={(next) => {
        setChosen(next);
        const stage = next === all ? undefined : next;
        router.replace(withQuery(pathname, { range: props.range, stage }), { scroll: false });
      }}
    />
  );
}
