'use client';

import { useTranslations } from 'use-intl/react';
import { ComboboxField } from '@/components/ui/combobox-field';
import { RadioGroup } from '@/components/ui/radio-group';
import { TextField } from '@/components/ui/text-field';
import type { RoleChoice } from '@/lib/queries/roles';
import type { CreateValues } from './create-form';

/** Execution role: a new one, or an existing one from the list or by ARN. */
export function RoleFields(props: {
  values: CreateValues;
  roles: readonly RoleChoice[];
  rolesRefused?: string;
  error?: string;
  onChange: (part: Partial<CreateValues>) => void;
}) {
  const t = useTranslations('create');
  const { values, roles, rolesRefused, onChange } = props;
  const name = values.functionName || t('panel.unnamed');
  return (
    <>
      <RadioGroup
        legend={t('executionRole')}
        name="role"
        value={values.roleMode}
        onValueChange={(roleMode) => onChange({ roleMode })}
        error={values.roleMode === 'new' ? props.error : undefined}
        options={[
          { value: 'new', label: t('newRole'), description: t('newRoleHint', { name }) },
          { value: 'existing', label: t('existingRole') },
        ]}
      />
      {values.roleMode === 'existing' && rolesRefused === undefined && (
        <ComboboxField
          label={t('role')}
          hint={t('roleHint')}
          error={props.error}
          mono
          value={values.roleArn || null}
          onValueChange={(arn) => onChange({ roleArn: arn ?? '' })}
          options={roles.map((role) => ({ value: role.arn, label: role.label }))}
        />
      )}
      {values.roleMode === 'existing' && rolesRefused !== undefined && (
        <TextField
          label={t('roleArn')}
          hint={t('roleArnHint', { reason: rolesRefused })}
          error={props.error}
          mono
          value={values.roleArn}
          onChange={(event) => onChange({ roleArn: event.target.value.trim() })}
        />
      )}
    </>
  );
}
