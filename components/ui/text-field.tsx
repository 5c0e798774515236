'use client';

import { Field as BaseField } from '@base-ui/react/field';
import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './field';
import { inputClass } from './text-input';

/** One line of text with label, hint and error. */
export function TextField({
  label,
  hint,
  error,
  optional,
  changed,
  className,
  mono,
  name,
  disabled,
  ...input
}: FieldProps & Omit<ComponentProps<'input'>, 'className'> & { mono?: boolean }) {
  const field = { label, hint, error, optional, changed, className, name, disabled };
  return (
    <Field {...field}>
      <BaseField.Control
        autoComplete="off"
        spellCheck={false}
        {...input}
        className={`h-control read-only:bg-sunken ${inputClass({ mono, changed, invalid: Boolean(error) })}`}
      />
    </Field>
  );
}
