'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { FormFrame } from '@/components/patterns/form-frame/form-frame';
import { RadioGroup } from '@/components/ui/radio-group';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { addPermissionAction } from '@/lib/actions/functions/add-permission';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import type { PermissionField, PermissionValues } from '@/lib/forms/permission';
import { routes, withQuery, type Place } from '@/lib/routes';
import {
  grantableActions,
  invokingServices,
  noPermission,
  valuesOfKind,
  type PermissionKind,
} from './permission-presets';

const otherService = 'other';
const shownFields: readonly PermissionField[] = [
  'statementId',
  'principal',
  'action',
  'sourceArn',
  'sourceAccount',
  'organizationId',
];

/** "Add permissions": one statement, for a service or for an account, a role or everyone. */
export function PermissionForm(props: {
  place: Place;
  functionName: string;
  qualifier: string | undefined;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('configuration.permissions');
  const { place, functionName, qualifier } = props;
  const [kind, setKind] = useState<PermissionKind>('service');
  const [service, setService] = useState<string>(invokingServices[0].principal);
  const [typed, setTyped] = useState(noPermission);
  const [refusal, setRefusal] = useState<{ field: PermissionField; message: string }>();

  const principal = kind === 'service' && service !== otherService ? service : typed.principal.trim();
  const values = valuesOfKind(kind, { ...typed, principal });
  const change = (part: Partial<PermissionValues>) => {
    setTyped((current) => ({ ...current, ...part }));
    setRefusal(undefined);
  };
  const isTouched = shownFields.some((field) => typed[field] !== noPermission[field]);
  const missing = (['statementId', 'principal'] as const).filter((field) => values[field] === '');
  const href = withQuery(routes.configuration(place, functionName, 'permissions'), { qualifier });
  const text = (field: PermissionField, more: { hint: string; optional?: boolean }) => (
    <TextField
      label={t(`field.${field}`)}
      name={field}
      mono
      {...more}
      changed={typed[field] !== noPermission[field]}
      error={refusal?.field === field ? refusal.message : undefined}
      value={typed[field]}
      onChange={(event) => change({ [field]: event.target.value })}
    />
  );
  const source = invokingServices.find((known) => known.principal === service)?.source ?? 'arn:aws:…';

  return (
    <FormFrame
      changes={
        isTouched
          ? shownFields
              .filter((field) => values[field] !== '')
              .map((field) => ({ id: field, label: t(`field.${field}`), from: null, to: values[field] }))
          : []
      }
      snippets={[
        {
          id: 'cli',
          label: 'AWS CLI',
          text: cliCommand(
            'lambda',
            'add-permission',
            {
              'function-name': functionName,
              qualifier,
              'statement-id': values.statementId,
              principal: values.principal,
              action: values.action,
              'source-arn': values.sourceArn || undefined,
              'source-account': values.sourceAccount || undefined,
              'principal-org-id': values.organizationId || undefined,
            },
            props.cli,
          ),
        },
      ]}
      problems={isTouched ? missing.map((field) => t(`field.${field}`)) : []}
      refusedFields={refusal ? [t(`field.${refusal.field}`)] : []}
      cannotSaveReason={props.cannotSaveReason}
      onReset={() => change(noPermission)}
      onSave={() => addPermissionAction({ place, functionName, qualifier, values })}
      onRefused={(error) => {
        const field = shownFields.find((known) => known === error.field);
        if (field) setRefusal({ field, message: error.message });
        else if (error.kind === 'conflict' && error.awsErrorName === 'ResourceConflictException') {
          setRefusal({ field: 'statementId', message: error.message });
        } else return false;
        return true;
      }}
      cancelHref={href}
      doneHref={href}
      doneFlash={{ kind: 'success', title: t('added', { id: values.statementId }) }}
    >
      <RadioGroup
        legend={t('kind')}
        name="kind"
        value={kind}
        onValueChange={setKind}
        options={[
          { value: 'service', label: t('kindService'), description: t('kindServiceHint') },
          { value: 'account', label: t('kindAccount'), description: t('kindAccountHint') },
        ]}
      />
      {kind === 'service' && (
        <SelectField
          label={t('service')}
          name="service"
          className="max-w-menu"
          value={service}
          onValueChange={setService}
          options={[
            ...invokingServices.map((known) => ({
              value: known.principal,
              label: known.label,
              detail: known.principal,
            })),
            { value: otherService, label: t('otherService') },
          ]}
        />
      )}
      {text('statementId', { hint: t('statementIdHint') })}
      {(kind === 'account' || service === otherService) &&
        text('principal', { hint: t(kind === 'account' ? 'principalHint' : 'principalServiceHint') })}
      {kind === 'service' ? (
        <>
          {text('sourceArn', { hint: t('sourceArnHint', { example: source }), optional: true })}
          {text('sourceAccount', { hint: t('sourceAccountHint'), optional: true })}
        </>
      ) : (
        <>
          {text('organizationId', { hint: t('organizationIdHint'), optional: true })}
          <SelectField
            label={t('field.action')}
            name="action"
            className="max-w-menu"
            error={refusal?.field === 'action' ? refusal.message : undefined}
            value={typed.action}
            onValueChange={(action) => change({ action })}
            options={grantableActions.map((action) => ({ value: action, label: action }))}
          />
        </>
      )}
    </FormFrame>
  );
}
