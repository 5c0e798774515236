'use client';

import { useTranslations } from 'use-intl/react';
import type { FieldSpec } from '@/components/patterns/fields/field-spec';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import { createApiKeyAction, updateApiKeyAction } from '@/lib/actions/api-keys/save-api-key';
import type { Basis } from '@/lib/domain/basis';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import type { ApiKeyField, ApiKeyTexts } from '@/lib/forms/api-keys';
import { routes, type Place } from '@/lib/routes';

const newKey: ApiKeyTexts = { name: '', description: '', enabled: 'on', customerId: '', value: '' };

/** "Create API key" and its edit page. */
export function KeyForm(props: {
  place: Place;
  /** Absent for a new one. */
  saved?: Basis<ApiKeyTexts> & { readonly id: string };
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('apiKeys');
  const words = useTranslations('things');
  const { place, saved } = props;
  const state = useFields<ApiKeyField>(saved ?? { values: newKey, revisionId: undefined, readAt: '' });
  const { values } = state;
  const specs: readonly FieldSpec<ApiKeyField>[] = [
    { name: 'name', label: words('name'), control: 'text' },
    { name: 'description', label: words('description'), control: 'text', optional: true },
    ...(saved
      ? []
      : [
          {
            name: 'value' as const,
            label: t('value'),
            hint: t('valueHint'),
            control: 'text' as const,
            mono: true,
            optional: true,
          },
        ]),
    { name: 'enabled', label: t('enabled'), hint: t('enabledHint'), control: 'check' },
    { name: 'customerId', label: t('customerId'), control: 'text', optional: true },
  ];
  const changed = (name: ApiKeyField) => values[name] !== state.saved[name];
  const patches = (['name', 'description', 'customerId', 'enabled'] as const).filter(changed).map((name) => ({
    op: 'replace',
    path: `/${name}`,
    value: name === 'enabled' ? String(values.enabled === 'on') : values[name],
  }));
  const href = saved ? routes.apiKeys(place, saved.id) : routes.apiKeys(place);
  return (
    <FieldsForm
      state={state}
      isNew={!saved}
      specs={specs}
      snippets={[
        {
          id: 'cli',
          label: 'AWS CLI',
          text: saved
            ? cliCommand(
                'apigateway',
                'update-api-key',
                { 'api-key': saved.id, 'patch-operations': patches },
                props.cli,
              )
            : cliCommand(
                'apigateway',
                'create-api-key',
                {
                  name: values.name,
                  description: values.description || undefined,
                  // A secret stays out of what is copied.
                  value: values.value ? '***' : undefined,
                  enabled: values.enabled === 'on' ? true : undefined,
                  'customer-id': values.customerId || undefined,
                },
                props.cli,
              ),
        },
      ]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() =>
        saved
          ? updateApiKeyAction({ place, id: saved.id, values, revisionId: state.basis.revisionId })
          : createApiKeyAction({ place, values })
      }
      href={href}
      doneFlash={{ kind: 'success', title: t(saved ? 'saved' : 'created', { name: values.name }) }}
    />
  );
}
