import { useTranslations } from 'use-intl/react';
import type { FieldSpec } from '@/components/patterns/fields/field-spec';
import { familyOfEngine } from '@/lib/domain/database-proxy';
import type { ProxyChoices, ProxyField, ProxyTexts } from './proxy-form';

/** The fields of "Add database proxy" as they are in view for what is chosen. */
export function useProxySpecs(values: ProxyTexts, choices: ProxyChoices): readonly FieldSpec<ProxyField>[] {
  const t = useTranslations('databases');
  const mode: FieldSpec<ProxyField> = {
    name: 'mode',
    label: t('mode'),
    control: 'radio',
    options: [
      { value: 'existing', label: t('existing'), detail: t('existingText') },
      { value: 'create', label: t('create'), detail: t('createText') },
    ],
  };
  if (values.mode === 'existing') {
    const options = choices.proxies.map(({ name, engine }) => ({
      value: name,
      label: `${name} · ${engine}`,
    }));
    return [mode, { name: 'proxy', label: t('proxy'), control: 'select', options }];
  }
  const instances = choices.instances.filter(({ engine }) => familyOfEngine(engine) === values.engineFamily);
  return [
    mode,
    { name: 'identifier', label: t('identifier'), hint: t('identifierHint'), control: 'text' },
    {
      name: 'engineFamily',
      label: t('engineFamily'),
      control: 'select',
      options: [
        { value: 'POSTGRESQL', label: t('postgresql') },
        { value: 'MYSQL', label: t('mysql') },
      ],
    },
    {
      name: 'instance',
      key: `instance ${values.engineFamily}`,
      label: t('instance'),
      hint: t('instanceHint'),
      control: instances.length > 0 ? 'select' : 'text',
      options: instances,
    },
    {
      name: 'secret',
      label: t('secret'),
      hint: t('secretHint'),
      control: 'choice',
      options: choices.secrets,
    },
    {
      name: 'role',
      label: t('proxyRole'),
      hint: t('proxyRoleHint'),
      control: 'choice',
      options: choices.roles,
    },
    {
      name: 'authentication',
      label: t('authentication'),
      control: 'radio',
      options: [
        { value: 'password', label: t('password'), detail: t('passwordText') },
        { value: 'iam', label: t('iam'), detail: t('iamText') },
      ],
    },
    { name: 'requireTls', label: t('requireTls'), hint: t('requireTlsHint'), control: 'check' },
  ];
}
