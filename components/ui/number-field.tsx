'use client';

import { Field as BaseField } from '@base-ui/react/field';
import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './field';
import { inputClass } from './text-input';

/** A whole number, typed. The text is handed on as it stands, so that the schema can say what is wrong with it. */
export function NumberField({
  label,
  hint,
  error,
  optional,
  changed,
  className,
  name,
  disabled,
  unit,
  ...input
}: FieldProps & Omit<ComponentProps<'input'>, 'className' | 'type'> & { unit?: string }) {
  const field = { label, hint, error, optional, changed, className, name, disabled };
  return (
    <Field {...field}>
      <div className="flex items-center gap-8">
        <BaseField.Control
          type="number"
          inputMode="numeric"
          autoComplete="off"
          {...input}
          // The wheel scrolls the page; it must not change a memory size in passing.
          onWheel={(event) => event.currentTarget.blur()}
          className={`h-control max-w-field-short tabular-nums ${inputClass({ changed, invalid: Boolean(error) })}`}
        />
        {unit && <span className="text-muted">{unit}</span>}
      </div>
    </Field>
  );
}
