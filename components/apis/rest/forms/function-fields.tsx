'use client';

import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { ComboboxField } from '@/components/ui/combobox-field';
import { TextField } from '@/components/ui/text-field';
import { functionOfArn } from '@/lib/domain/rest-api/backend';
import type { IntegrationDraft } from './integration-draft';

export interface FunctionChoice {
  /** ARN without a qualifier. */
  readonly value: string;
  readonly label: string;
}

/** A function by choice or by its ARN, its alias, and the permission to invoke it. */
export function FunctionFields(props: {
  draft: Pick<IntegrationDraft, 'functionArn' | 'qualifier' | 'isTyped'>;
  onChange: (part: Partial<Pick<IntegrationDraft, 'functionArn' | 'qualifier' | 'isTyped'>>) => void;
  functions: readonly FunctionChoice[];
  error: string | undefined;
  addPermission: boolean;
  onPermission: (value: boolean) => void;
}) {
  const t = useTranslations('restForms.integration');
  const common = useTranslations('fields');
  const { draft, onChange } = props;
  // A function that the list does not have yet, or not any more, is shown all the same.
  const isListed =
    draft.functionArn === '' || props.functions.some(({ value }) => value === draft.functionArn);
  const options = isListed
    ? props.functions
    : [{ value: draft.functionArn, label: functionOfArn(draft.functionArn).name }, ...props.functions];
  const isVariable = `${draft.functionArn}${draft.qualifier}`.includes('${');
  return (
    <>
      <div className="flex flex-col items-start gap-4">
        {draft.isTyped ? (
          <TextField
            label={t('arn')}
            className="w-full"
            mono
            hint={t('arnHint', { example: '${stageVariables.function}' })}
            error={props.error}
            value={draft.functionArn}
            onChange={(event) => onChange({ functionArn: event.target.value })}
          />
        ) : (
          <ComboboxField
            label={t('function')}
            className="w-full"
            options={options}
            error={props.error}
            value={draft.functionArn || null}
            onValueChange={(value) => onChange({ functionArn: value ?? '' })}
          />
        )}
        <Button variant="link" size="small" onClick={() => onChange({ isTyped: !draft.isTyped })}>
          {draft.isTyped ? common('choose') : t('typeArn')}
        </Button>
      </div>
      <TextField
        label={t('qualifier')}
        optional
        mono
        hint={t('qualifierHint', { example: '${stageVariables.alias}' })}
        value={draft.qualifier}
        onChange={(event) => onChange({ qualifier: event.target.value })}
      />
      {isVariable ? (
        <p className="text-12 text-muted">{t('permissionNot')}</p>
      ) : (
        <Checkbox
          label={t('permission')}
          description={t('permissionHint')}
          checked={props.addPermission}
          onChange={(event) => props.onPermission(event.target.checked)}
        />
      )}
    </>
  );
}
