'use client';

import { Field as BaseField } from '@base-ui/react/field';
import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './field';
import { inputClass } from './text-input';

/** Several lines of text with label, hint and error. */
export function TextAreaField({
  label,
  hint,
  error,
  optional,
  changed,
  className,
  mono,
  name,
  disabled,
  rows = 4,
  ...area
}: FieldProps & Omit<ComponentProps<'textarea'>, 'className'> & { mono?: boolean }) {
  const field = { label, hint, error, optional, changed, className, name, disabled };
  const classes = `resize-y py-8 read-only:bg-sunken ${inputClass({ mono, changed, invalid: Boolean(error) })}`;
  return (
    <Field {...field}>
      <BaseField.Control render={<textarea {...area} rows={rows} spellCheck={!mono} className={classes} />} />
    </Field>
  );
}
