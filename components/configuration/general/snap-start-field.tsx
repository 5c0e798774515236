'use client';

import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslations } from 'use-intl/react';
import { TextField } from '@/components/ui/text-field';

// Most runtimes have no SnapStart: their page does not pay for a list of choices.
const Choice = lazy(async () => {
  const { SelectField } = await import('@/components/ui/select-field');
  return { default: SelectField };
});

/** SnapStart: a choice where the runtime has it, the value and the reason where not. */
export function SnapStartField(props: {
  value: string;
  onValueChange: (value: string) => void;
  hint: ReactNode;
  isAvailable: boolean;
  changed: boolean;
  error: string | undefined;
}) {
  const t = useTranslations('configuration');
  const shared = {
    label: t('general.snapStart'),
    className: 'max-w-menu',
    hint: props.hint,
    changed: props.changed,
    error: props.error,
  };
  const options = [
    { value: 'None', label: t('none') },
    { value: 'PublishedVersions', label: 'PublishedVersions', detail: t('general.publishedVersions') },
  ];
  const label = options.find(({ value }) => value === props.value)?.label ?? props.value;
  const still = <TextField {...shared} value={label} disabled readOnly />;
  // What is set can always be taken back.
  if (!props.isAvailable && props.value === 'None') return still;
  return (
    <Suspense fallback={still}>
      <Choice
        {...shared}
        name="snapStart"
        options={options}
        value={props.value}
        onValueChange={props.onValueChange}
      />
    </Suspense>
  );
}
