'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl/react';
import { Checkbox } from '@/components/ui/checkbox';
import { NumberField } from '@/components/ui/number-field';
import { RadioGroup } from '@/components/ui/radio-group';
import { SelectField } from '@/components/ui/select-field';
import { TextAreaField } from '@/components/ui/text-area-field';
import { TextField } from '@/components/ui/text-field';
import { ChoiceField } from './choice-field';
import type { FieldSpec } from './field-spec';
import { ManyField } from './many-field';

/** Few forms take a file; the others do not load it. */
const FileField = dynamic(() => import('./file-field').then((module) => module.FileField));

export interface SpecFieldProps<Name extends string> {
  spec: FieldSpec<Name>;
  value: string;
  onChange: (value: string) => void;
  changed: boolean;
  error: string | undefined;
}

/** Choices longer than this, in characters, would be cut in a narrow select. */
const longWords = 20;

/** The control that a spec asks for. */
export function SpecField<Name extends string>(props: SpecFieldProps<Name>) {
  const t = useTranslations('fields');
  const { spec, value, onChange } = props;
  const { name, label, hint, optional, mono, options = [] } = spec;
  const field = { name, label, hint, optional, changed: props.changed, error: props.error };
  switch (spec.control) {
    case 'check':
      return (
        <div>
          <Checkbox
            label={label}
            description={hint && <span className="block text-12 tablet:pl-24">{hint}</span>}
            className="flex-col"
            checked={value === 'on'}
            onChange={(event) => onChange(event.target.checked ? 'on' : '')}
          />
          {props.error && <p className="text-12 text-danger-text">{props.error}</p>}
        </div>
      );
    case 'number':
      return (
        <NumberField
          {...field}
          unit={spec.unit}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'area':
      return (
        <TextAreaField
          {...field}
          mono={mono}
          rows={spec.rows ?? 3}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'select':
      return (
        <SelectField
          {...field}
          className={options.some(({ label: words }) => words.length > longWords) ? undefined : 'max-w-menu'}
          options={[
            // An emptied select must stay selectable by keyboard and reader: it says that there is nothing.
            ...(optional ? [{ value: '', label: t('none') }] : []),
            ...options,
          ]}
          value={value}
          onValueChange={onChange}
        />
      );
    case 'radio':
      return (
        <RadioGroup
          legend={label}
          name={name}
          hint={hint}
          error={props.error}
          value={value}
          onValueChange={onChange}
          options={options.map((option) => ({
            value: option.value,
            label: option.label,
            description: option.detail,
          }))}
        />
      );
    case 'choice':
      return (
        <ChoiceField
          {...field}
          pasteLabel={spec.pasteLabel}
          options={options}
          value={value}
          onChange={onChange}
        />
      );
    case 'many':
      return <ManyField {...field} options={options} value={value} onChange={onChange} />;
    case 'file':
      return <FileField {...field} value={value} onChange={onChange} spec={spec} />;
    case 'text':
      return (
        <TextField {...field} mono={mono} value={value} onChange={(event) => onChange(event.target.value)} />
      );
  }
}
