'use client';

import { useTranslations } from 'use-intl/react';
import { linesOf, type FieldSpec } from '@/components/patterns/fields/field-spec';
import { saveCorsAction } from '@/lib/actions/http-apis/save-settings';
import type { CliOptions } from '@/lib/domain/cli-command';
import type { HttpCors } from '@/lib/domain/http-api/cors';
import { routes, type Place } from '@/lib/routes';
import { HttpForm } from './http-form';

type Field = 'origins' | 'methods' | 'headers' | 'exposed' | 'maxAge' | 'credentials';

/** "Configure CORS" of an HTTP API. */
export function CorsForm(props: {
  place: Place;
  apiId: string;
  saved: HttpCors | undefined;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('httpPages.cors');
  const { place, apiId, saved } = props;
  const list = (name: Field): FieldSpec<Field> => ({
    name,
    label: t(name),
    hint: t('listHint'),
    control: 'area',
    rows: 2,
    mono: true,
    optional: name !== 'origins',
  });
  return (
    <HttpForm<Field>
      start={{
        origins: saved?.origins.join('\n') ?? '',
        methods: saved?.methods.join('\n') ?? '',
        headers: saved?.headers.join('\n') ?? '',
        exposed: saved?.exposed.join('\n') ?? '',
        maxAge: saved?.maxAgeSeconds === undefined ? '' : String(saved.maxAgeSeconds),
        credentials: saved?.hasCredentials ? 'on' : '',
      }}
      specsOf={() => [
        list('origins'),
        list('methods'),
        list('headers'),
        list('exposed'),
        {
          name: 'maxAge',
          label: t('maxAge'),
          hint: t('maxAgeHint'),
          control: 'number',
          unit: 's',
          optional: true,
        },
        { name: 'credentials', label: t('credentials'), control: 'check' },
      ]}
      isNew={saved === undefined}
      commandsOf={(values) => [
        [
          'update-api',
          {
            'api-id': apiId,
            'cors-configuration': {
              AllowOrigins: linesOf(values.origins),
              AllowMethods: linesOf(values.methods),
              AllowHeaders: linesOf(values.headers),
              ExposeHeaders: linesOf(values.exposed),
              ...(values.maxAge.trim() !== '' && { MaxAge: Number(values.maxAge) }),
              AllowCredentials: values.credentials === 'on',
            },
          },
        ],
      ]}
      cli={props.cli}
      onSave={(values) => saveCorsAction({ place, apiId, values })}
      href={routes.httpApi(place, apiId, 'cors')}
      doneTitle={() => t('saved')}
      cannotSaveReason={props.cannotSaveReason}
    />
  );
}
