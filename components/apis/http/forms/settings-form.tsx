'use client';

import { useTranslations } from 'use-intl/react';
import { saveHttpSettingsAction } from '@/lib/actions/http-apis/save-settings';
import type { ApiFacts } from '@/lib/domain/api';
import type { CliOptions } from '@/lib/domain/cli-command';
import { routes, type Place } from '@/lib/routes';
import { HttpForm } from './http-form';

type Field = 'name' | 'description' | 'version' | 'ipAddressType' | 'addressOff';

/** "Edit API settings" of an HTTP API. */
export function SettingsForm(props: {
  place: Place;
  saved: Pick<ApiFacts, 'id' | 'name' | 'description' | 'version' | 'ipAddressType' | 'isAddressOff'>;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('httpPages.settings');
  const { place, saved } = props;
  return (
    <HttpForm<Field>
      start={{
        name: saved.name,
        description: saved.description,
        version: saved.version ?? '',
        ipAddressType: saved.ipAddressType ?? 'ipv4',
        addressOff: saved.isAddressOff ? 'on' : '',
      }}
      specsOf={() => [
        { name: 'name', label: t('name'), control: 'text' },
        { name: 'description', label: t('description'), control: 'text', optional: true },
        { name: 'version', label: t('version'), control: 'text', optional: true },
        {
          name: 'ipAddressType',
          label: t('ipAddressType'),
          control: 'select',
          options: [
            { value: 'ipv4', label: 'IPv4' },
            { value: 'dualstack', label: 'Dualstack' },
          ],
        },
        { name: 'addressOff', label: t('endpointOff'), hint: t('endpointOffHint'), control: 'check' },
      ]}
      isNew={false}
      commandsOf={(values) => [
        [
          'update-api',
          {
            'api-id': saved.id,
            name: values.name,
            description: values.description,
            'api-version': values.version || undefined,
            'ip-address-type': values.ipAddressType,
            [values.addressOff === 'on' ? 'disable-execute-api-endpoint' : 'no-disable-execute-api-endpoint']:
              true,
          },
        ],
      ]}
      cli={props.cli}
      onSave={(values) => saveHttpSettingsAction({ place, apiId: saved.id, values })}
      href={routes.httpApi(place, saved.id, 'settings')}
      doneTitle={() => t('saved')}
      cannotSaveReason={props.cannotSaveReason}
    />
  );
}
