'use client';

import { useTranslations } from 'use-intl/react';
import { saveSocketSettingsAction } from '@/lib/actions/websocket-apis/save-settings';
import type { CliOptions } from '@/lib/domain/cli-command';
import { apiKeySelections, type SocketSettings } from '@/lib/domain/socket-api';
import { routes, type Place } from '@/lib/routes';
import { HttpForm } from '../../http/forms/http-form';

type Field =
  | 'name'
  | 'description'
  | 'version'
  | 'routeSelection'
  | 'apiKeySelection'
  | 'ipAddressType'
  | 'addressOff'
  | 'schemaUnchecked';

/** "Edit API settings" of a WebSocket API. */
export function SocketSettingsForm(props: {
  place: Place;
  apiId: string;
  saved: SocketSettings;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('httpPages.settings');
  const own = useTranslations('socketParts.settings');
  const { place, apiId, saved } = props;
  const flag = (name: string, value: string) => ({ [value === 'on' ? name : `no-${name}`]: true });
  return (
    <HttpForm<Field>
      start={{
        name: saved.name,
        description: saved.description,
        version: saved.version,
        routeSelection: saved.routeSelection,
        apiKeySelection: saved.apiKeySelection || apiKeySelections[0],
        ipAddressType: saved.ipAddressType,
        addressOff: saved.isAddressOff ? 'on' : '',
        schemaUnchecked: saved.isSchemaUnchecked ? 'on' : '',
      }}
      specsOf={() => [
        { name: 'name', label: t('name'), control: 'text' },
        { name: 'description', label: t('description'), control: 'text', optional: true },
        { name: 'version', label: t('version'), control: 'text', optional: true },
        {
          name: 'routeSelection',
          label: own('routeSelection'),
          hint: own('routeSelectionHint'),
          control: 'text',
          mono: true,
        },
        {
          name: 'apiKeySelection',
          label: own('apiKeySelection'),
          control: 'select',
          options: apiKeySelections.map((value) => ({ value, label: value })),
        },
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
        {
          name: 'schemaUnchecked',
          label: own('schemaUnchecked'),
          hint: own('schemaUncheckedHint'),
          control: 'check',
        },
      ]}
      isNew={false}
      commandsOf={(values) => [
        [
          'update-api',
          {
            'api-id': apiId,
            name: values.name,
            description: values.description,
            'api-version': values.version || undefined,
            'route-selection-expression': values.routeSelection,
            'api-key-selection-expression': values.apiKeySelection,
            'ip-address-type': values.ipAddressType,
            ...flag('disable-execute-api-endpoint', values.addressOff),
            ...flag('disable-schema-validation', values.schemaUnchecked),
          },
        ],
      ]}
      cli={props.cli}
      onSave={(values) => saveSocketSettingsAction({ place, apiId, values })}
      href={routes.webSocketApi(place, apiId, 'settings')}
      doneTitle={() => t('saved')}
      cannotSaveReason={props.cannotSaveReason}
    />
  );
}
