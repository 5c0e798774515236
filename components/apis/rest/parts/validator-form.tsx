'use client';

import { useTranslations } from 'use-intl/react';
import { saveRestValidatorAction } from '@/lib/actions/rest-apis/save-validator';
import type { CliOptions } from '@/lib/domain/cli-command';
import type { RestValidator } from '@/lib/domain/rest-api/parts';
import { routes } from '@/lib/routes';
import type { RestTarget } from '../rest-hrefs';
import { RestForm } from './rest-form';

const tick = (isOn: boolean) => (isOn ? 'on' : '');

/** "Create request validator" and its edit page. */
export function ValidatorForm(props: {
  target: RestTarget;
  saved: RestValidator | null;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('restParts.validator');
  const words = useTranslations('restParts');
  const { target, saved } = props;
  return (
    <RestForm<'name' | 'body' | 'parameters'>
      start={{
        name: saved?.name ?? '',
        body: tick(saved?.body ?? true),
        parameters: tick(saved?.parameters ?? true),
      }}
      specsOf={() => [
        { name: 'name', label: t('name'), control: 'text' },
        { name: 'body', label: t('body'), control: 'check' },
        { name: 'parameters', label: t('parameters'), control: 'check' },
      ]}
      isNew={saved === null}
      commandOf={({ name, body, parameters }) =>
        saved === null
          ? [
              'create-request-validator',
              {
                'rest-api-id': target.apiId,
                name,
                'validate-request-body': body === 'on',
                'validate-request-parameters': parameters === 'on',
              },
            ]
          : [
              'update-request-validator',
              {
                'rest-api-id': target.apiId,
                'request-validator-id': saved.id,
                'patch-operations': [
                  { op: 'replace', path: '/name', value: name },
                  { op: 'replace', path: '/validateRequestBody', value: String(body === 'on') },
                  { op: 'replace', path: '/validateRequestParameters', value: String(parameters === 'on') },
                ],
              },
            ]
      }
      cli={props.cli}
      onSave={({ name, body, parameters }) =>
        saveRestValidatorAction({
          ...target,
          id: saved?.id ?? null,
          name: name.trim(),
          body: body === 'on',
          parameters: parameters === 'on',
        })
      }
      href={routes.restApi(target.place, target.apiId, 'request-validators')}
      doneTitle={({ name }) => words('saved', { name })}
      cannotSaveReason={props.cannotSaveReason}
    />
  );
}
