'use client';

import { Field as BaseField } from '@base-ui/react/field';
import { CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';

/** What every field has, whatever it takes. */
export interface FieldProps {
  /** The accessible name; AWS's label where AWS has one. */
  label: string;
  /** The constraint, in words with figures. */
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  /** Differs from what is saved. */
  changed?: boolean;
  className?: string;
}

/** Label, control, hint and error, joined by id. The control inside must be a Base UI one. */
export function Field(props: FieldProps & { name?: string; disabled?: boolean; children: ReactNode }) {
  const t = useTranslations('ui');
  return (
    <BaseField.Root
      name={props.name}
      disabled={props.disabled}
      invalid={Boolean(props.error)}
      className={`flex min-w-0 flex-col gap-4 ${props.className ?? ''}`}
    >
      <div className="flex items-baseline gap-4">
        <BaseField.Label className="font-medium">{props.label}</BaseField.Label>
        {props.optional && <span className="text-muted">– {t('optional')}</span>}
      </div>
      {props.children}
      {props.hint && (
        <BaseField.Description className="text-12 text-muted">{props.hint}</BaseField.Description>
      )}
      <BaseField.Error
        match={Boolean(props.error)}
        className="flex items-start gap-4 text-12 text-danger-text"
      >
        <CircleX aria-hidden size={14} strokeWidth={1.75} className="mt-px shrink-0" />
        {props.error}
      </BaseField.Error>
    </BaseField.Root>
  );
}
