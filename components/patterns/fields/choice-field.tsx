'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { ComboboxField } from '@/components/ui/combobox-field';
import type { FieldProps } from '@/components/ui/field';
import { TextField } from '@/components/ui/text-field';
import type { FieldOption } from './field-spec';

/** One of a list, or a pasted ARN where the list has it not or could not be read. */
export function ChoiceField(
  props: FieldProps & {
    name: string;
    options: readonly FieldOption[];
    value: string;
    onChange: (value: string) => void;
    /** Words for typing it, where it is no ARN. */
    pasteLabel?: string;
  },
) {
  const t = useTranslations('fields');
  const { options, value, onChange, pasteLabel, ...field } = props;
  const [isPasting, setIsPasting] = useState(options.length === 0);
  const isListed = options.some((option) => option.value === value);
  // What is saved may be something that the list leaves out: it must not look as if there was nothing.
  const current = value && !isListed ? [{ value, label: value }] : [];
  return (
    <div className="flex flex-col items-start gap-4">
      <div className="w-full">
        {isPasting ? (
          <TextField
            {...field}
            mono
            value={value}
            onChange={(event) => onChange(event.target.value.trim())}
          />
        ) : (
          <ComboboxField
            {...field}
            value={value || null}
            onValueChange={(picked) => onChange(picked ?? '')}
            options={[...current, ...options]}
          />
        )}
      </div>
      {options.length > 0 && (
        <Button variant="link" size="small" className="-ml-4" onClick={() => setIsPasting(!isPasting)}>
          {isPasting ? t('choose') : (pasteLabel ?? t('paste'))}
        </Button>
      )}
    </div>
  );
}
