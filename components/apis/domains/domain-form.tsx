'use client';

import { useTranslations } from 'use-intl/react';
import type { FieldSpec } from '@/components/patterns/fields/field-spec';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import { createDomainNameAction, updateDomainNameAction } from '@/lib/actions/domain-names/save-domain-name';
import type { Basis } from '@/lib/domain/basis';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import { routingModes } from '@/lib/domain/routing-rule';
import { tagsOfLines } from '@/lib/domain/tag-lines';
import type { DomainField, DomainTexts } from '@/lib/forms/domain-names';
import { routes, type Place } from '@/lib/routes';

const newDomain: DomainTexts = {
  domainName: '',
  endpointType: 'REGIONAL',
  certificateArn: '',
  securityPolicy: 'TLS_1_2',
  routingMode: 'BASE_PATH_MAPPING_ONLY',
  truststoreUri: '',
  tags: '',
};
const policies = ['TLS_1_2', 'TLS_1_0'];

/** "Add domain name" and its edit page; name and endpoint type stay. */
export function DomainForm(props: {
  place: Place;
  /** Absent for a new one. */
  saved?: Basis<DomainTexts>;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('domainNames');
  const words = useTranslations('things');
  const { place, saved } = props;
  const state = useFields<DomainField>(saved ?? { values: newDomain, revisionId: undefined, readAt: '' });
  const { values } = state;
  const isEdge = values.endpointType === 'EDGE';
  // A newer policy than is listed must not look as if there was none.
  const known = policies.includes(values.securityPolicy) ? policies : [...policies, values.securityPolicy];
  const specs: readonly FieldSpec<DomainField>[] = [
    ...(saved
      ? []
      : [
          {
            name: 'domainName' as const,
            label: t('name'),
            hint: t('nameHint', { example: 'api.example.com' }),
            control: 'text' as const,
            mono: true,
          },
          {
            name: 'endpointType' as const,
            label: t('endpointType'),
            hint: isEdge ? t('edgeHint') : undefined,
            control: 'radio' as const,
            options: (['REGIONAL', 'EDGE'] as const).map((value) => ({
              value,
              label: t(`endpointTypes.${value}`),
            })),
          },
        ]),
    {
      name: 'certificateArn',
      label: t('certificate'),
      hint: t('certificateHint'),
      control: 'text',
      mono: true,
    },
    {
      name: 'securityPolicy',
      label: t('securityPolicy'),
      control: 'select',
      options: known.map((value) => ({ value, label: value })),
    },
    ...(values.routingMode === ''
      ? []
      : [
          {
            name: 'routingMode' as const,
            label: t('routingMode'),
            control: 'select' as const,
            options: routingModes.map((value) => ({ value, label: t(`routingModes.${value}`) })),
          },
        ]),
    {
      name: 'truststoreUri',
      label: t('truststore'),
      hint: t('truststoreHint', { example: 's3://bucket/truststore.pem' }),
      control: 'text',
      mono: true,
      optional: true,
    },
    {
      name: 'tags',
      label: words('tags'),
      hint: t('tagsHint'),
      control: 'area',
      optional: true,
      mono: true,
      rows: 3,
    },
  ];
  const name = values.domainName.trim().toLowerCase();
  const text = cliCommand(
    'apigateway',
    'create-domain-name',
    {
      'domain-name': name,
      'endpoint-configuration': `types=${values.endpointType}`,
      [isEdge ? 'certificate-arn' : 'regional-certificate-arn']: values.certificateArn,
      'security-policy': values.securityPolicy,
      'routing-mode': values.routingMode === 'BASE_PATH_MAPPING_ONLY' ? undefined : values.routingMode,
      'mutual-tls-authentication': values.truststoreUri ? `truststoreUri=${values.truststoreUri}` : undefined,
      tags: values.tags.trim() === '' ? undefined : tagsOfLines(values.tags),
    },
    props.cli,
  );
  return (
    <FieldsForm
      state={state}
      isNew={!saved}
      specs={specs}
      // An edit is up to three calls, made from what is there then.
      snippets={saved ? [] : [{ id: 'cli', label: 'AWS CLI', text }]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() =>
        saved
          ? updateDomainNameAction({
              place,
              domainName: name,
              values,
              revisionId: state.basis.revisionId,
            })
          : createDomainNameAction({ place, values })
      }
      href={saved ? routes.domainNames(place, name) : routes.domainNames(place)}
      doneHref={routes.domainNames(place, name)}
      doneFlash={{ kind: 'success', title: t(saved ? 'saved' : 'created', { name }) }}
    />
  );
}
