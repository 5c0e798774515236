'use client';

import { useTranslations } from 'use-intl/react';
import { ComboboxField } from '@/components/ui/combobox-field';
import { RadioGroup } from '@/components/ui/radio-group';
import { TextField } from '@/components/ui/text-field';
import { connectionIdOf, connectionTones } from '@/lib/domain/connection';
import type { ConnectionFormValues } from '@/lib/forms/connection';
import { ToneDot } from './tone-dot';

export interface RegionChoice {
  readonly id: string;
  readonly name: string;
  readonly area: string;
}

export interface FieldsProps {
  values: ConnectionFormValues;
  errorOf: (field: keyof ConnectionFormValues) => string | undefined;
  onChange: (part: Partial<ConnectionFormValues>) => void;
}

/** What every connection has: name, id, environment, Region. The id follows the name until it is typed. */
export function GeneralFields(props: FieldsProps & { isNew: boolean; regions: readonly RegionChoice[] }) {
  const t = useTranslations('connections');
  const { values, errorOf, onChange } = props;
  const handleName = (name: string) => {
    const followsName = props.isNew && values.id === connectionIdOf(values.name);
    onChange(followsName ? { name, id: connectionIdOf(name) } : { name });
  };
  return (
    <>
      <TextField
        label={t('fields.name')}
        name="name"
        value={values.name}
        error={errorOf('name')}
        onChange={(event) => handleName(event.target.value)}
      />
      <TextField
        label={t('fields.id')}
        name="id"
        mono
        value={values.id}
        hint={props.isNew ? t('fields.idHint') : t('fields.idFixed')}
        disabled={!props.isNew}
        error={errorOf('id')}
        onChange={(event) => onChange({ id: event.target.value })}
      />
      <RadioGroup
        legend={t('fields.tone')}
        name="tone"
        hint={t('fields.toneHint')}
        value={values.tone}
        onValueChange={(tone) => onChange({ tone })}
        options={connectionTones.map((tone) => ({
          value: tone,
          label: t(`tones.${tone}`),
          icon: (
            <span className="flex h-20 items-center">
              <ToneDot tone={tone} />
            </span>
          ),
        }))}
      />
      <ComboboxField
        label={t('fields.region')}
        options={props.regions.map(({ id, name, area }) => ({
          value: id,
          label: id,
          detail: `${area} (${name})`,
        }))}
        value={values.region}
        error={errorOf('region')}
        onValueChange={(region) => onChange({ region: region ?? '' })}
      />
    </>
  );
}
