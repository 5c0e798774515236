'use client';

import { useTranslations } from 'use-intl/react';
import { SelectField } from '@/components/ui/select-field';
import { TextAreaField } from '@/components/ui/text-area-field';
import { TextField } from '@/components/ui/text-field';
import type { ConnectionSummary } from '@/lib/queries/connections';
import type { FieldsProps } from './general-fields';

type TextName =
  'profile' | 'accessKeyId' | 'secretAccessKey' | 'sessionToken' | 'roleArn' | 'externalId' | 'endpointUrl';

/** The fields that the chosen kind of credentials needs. */
export function KindFields(
  props: FieldsProps & { sources: readonly ConnectionSummary[]; hasSecret: boolean },
) {
  const t = useTranslations('connections');
  const { values, errorOf, onChange } = props;
  const text = (name: TextName, extra: { hint?: string; optional?: boolean; secret?: boolean } = {}) => (
    <TextField
      label={t(`fields.${name}`)}
      name={name}
      mono
      value={values[name] ?? ''}
      error={errorOf(name)}
      hint={extra.hint}
      optional={extra.optional}
      type={extra.secret ? 'password' : 'text'}
      autoComplete={extra.secret ? 'new-password' : 'off'}
      onChange={(event) => onChange({ [name]: event.target.value })}
    />
  );
  const keys = (
    <>
      {text('accessKeyId')}
      {text('secretAccessKey', { secret: true, hint: props.hasSecret ? t('fields.secretKept') : undefined })}
      {text('sessionToken', { secret: true, optional: true })}
    </>
  );
  switch (values.kind) {
    case 'default-chain':
      return null;
    case 'profile':
      return text('profile');
    case 'static-keys':
      return keys;
    case 'assumed-role':
      return (
        <>
          <SelectField
            label={t('fields.sourceConnectionId')}
            hint={t('fields.sourceHint')}
            options={props.sources.map(({ id, name }) => ({ value: id, label: name, detail: id }))}
            value={values.sourceConnectionId}
            error={errorOf('sourceConnectionId')}
            onValueChange={(sourceConnectionId) => onChange({ sourceConnectionId })}
          />
          {text('roleArn')}
          {text('externalId', { optional: true })}
        </>
      );
    case 'custom-endpoint':
      return (
        <>
          {text('endpointUrl', { hint: t('fields.endpointHint') })}
          {keys}
          <TextAreaField
            label={t('fields.certificateAuthority')}
            hint={t('fields.certificateHint')}
            optional
            mono
            rows={4}
            value={values.certificateAuthority ?? ''}
            error={errorOf('certificateAuthority')}
            onChange={(event) => onChange({ certificateAuthority: event.target.value })}
          />
        </>
      );
  }
}
