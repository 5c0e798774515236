'use client';

import { useTranslations } from 'use-intl/react';
import { ComboboxField, type ComboboxOption } from '@/components/ui/combobox-field';
import { TextField } from '@/components/ui/text-field';

export interface VersionChoice {
  readonly version: string;
  readonly description: string;
}

/** Chooses a version; where versions could not be listed it is typed. */
export function VersionField(props: {
  label: string;
  name: string;
  value: string;
  onChange: (version: string) => void;
  choices: readonly VersionChoice[];
  /** Why there are no choices. */
  choicesRefused: string | undefined;
  hint?: string;
  placeholder?: string;
  changed: boolean;
  error: string | undefined;
  optional?: boolean;
  disabled?: boolean;
}) {
  const t = useTranslations('versions.form');
  const { value, choices, choicesRefused } = props;
  const field = {
    label: props.label,
    name: props.name,
    changed: props.changed,
    error: props.error,
    optional: props.optional,
    disabled: props.disabled,
    placeholder: props.placeholder,
    className: 'max-w-menu',
  };
  if (choicesRefused !== undefined) {
    return (
      <TextField
        {...field}
        mono
        hint={t('versionTypedHint', { reason: choicesRefused })}
        value={value}
        onChange={(event) => props.onChange(event.target.value.trim())}
      />
    );
  }
  const options: readonly ComboboxOption[] = choices.map(({ version, description }) => ({
    value: version,
    label: version,
    ...(description && { detail: description }),
  }));
  // What is set now is always a choice, also when the list was cut before it.
  const isListed = value === '' || options.some((option) => option.value === value);
  return (
    <ComboboxField
      {...field}
      mono
      hint={props.hint}
      options={isListed ? options : [{ value, label: value }, ...options]}
      value={value || null}
      onValueChange={(version) => props.onChange(version ?? '')}
    />
  );
}
