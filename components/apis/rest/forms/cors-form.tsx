'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { FormFrame } from '@/components/patterns/form-frame/form-frame';
import { Checkbox } from '@/components/ui/checkbox';
import { Note } from '@/components/ui/note';
import { TextField } from '@/components/ui/text-field';
import { enableCorsAction } from '@/lib/actions/rest-apis/enable-cors';
import { preflightHeaders, type CorsValues } from '@/lib/domain/rest-api/cors';
import { resourceHref, type RestTarget } from '../rest-hrefs';
import { CheckList } from './check-list';

/** "Enable CORS" of a resource: preflight requests are answered, and the other methods send the headers along. */
export function CorsForm(props: {
  target: RestTarget;
  resource: { readonly id: string; readonly path: string };
  /** Its methods without OPTIONS; which of them are proxies. */
  methods: readonly { readonly verb: string; readonly isProxy: boolean }[];
  hasOptions: boolean;
  start: CorsValues;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('restForms.cors');
  const { target, resource, methods } = props;
  const [values, setValues] = useState(props.start);
  const change = (part: Partial<CorsValues>) => setValues((current) => ({ ...current, ...part }));
  const proxies = methods.filter(({ isProxy }) => isProxy).map(({ verb }) => verb);
  const isAgeBad = !/^\d{0,6}$/.test(values.maxAge.trim());
  const href = resourceHref(target, { resource: resource.id });
  return (
    <FormFrame
      changes={[
        ...Object.entries(preflightHeaders(values)).map(([label, to]) => ({
          id: label,
          label,
          from: null,
          to,
        })),
        ...(values.methods.length > 0
          ? [{ id: 'methods', label: t('methods'), from: null, to: values.methods.join(', ') }]
          : []),
        ...(values.gatewayResponses.length > 0
          ? [
              {
                id: 'gateway',
                label: t('gatewayResponses'),
                from: null,
                to: values.gatewayResponses.join(', '),
              },
            ]
          : []),
      ]}
      problems={[
        ...(isAgeBad ? [t('maxAge')] : []),
        ...(values.allowOrigin.trim() === '' ? [t('allowOrigin')] : []),
      ]}
      cannotSaveReason={props.cannotSaveReason}
      onReset={() => setValues(props.start)}
      onSave={() =>
        enableCorsAction({
          ...target,
          resourceId: resource.id,
          values: { ...values, maxAge: values.maxAge.trim(), allowOrigin: values.allowOrigin.trim() },
        })
      }
      cancelHref={href}
      doneHref={href}
      doneFlash={{ kind: 'success', title: t('done', { path: resource.path }) }}
      notes={
        <>
          {proxies.length > 0 && <Note tone="warning">{t('proxies', { methods: proxies.join(', ') })}</Note>}
          {props.hasOptions && <Note tone="info">{t('replaces')}</Note>}
        </>
      }
    >
      <CheckList
        legend={t('gatewayResponses')}
        hint={t('gatewayHint')}
        options={['DEFAULT_4XX', 'DEFAULT_5XX'] as const}
        chosen={values.gatewayResponses}
        onChange={(gatewayResponses) => change({ gatewayResponses })}
      />
      <CheckList
        legend={t('allowMethods')}
        options={['OPTIONS', ...methods.map(({ verb }) => verb)]}
        chosen={values.allowMethods}
        onChange={(allowMethods) => change({ allowMethods })}
      />
      <CheckList
        legend={t('methods')}
        hint={methods.length === 0 ? t('methodsNone') : undefined}
        options={methods.filter(({ isProxy }) => !isProxy).map(({ verb }) => verb)}
        chosen={values.methods}
        onChange={(chosen) => change({ methods: chosen })}
      />
      <TextField
        label={t('allowHeaders')}
        mono
        value={values.allowHeaders}
        onChange={(event) => change({ allowHeaders: event.target.value })}
      />
      <TextField
        label={t('allowOrigin')}
        mono
        value={values.allowOrigin}
        onChange={(event) => change({ allowOrigin: event.target.value })}
      />
      <TextField
        label={t('exposeHeaders')}
        optional
        mono
        value={values.exposeHeaders}
        onChange={(event) => change({ exposeHeaders: event.target.value })}
      />
      <TextField
        label={t('maxAge')}
        optional
        mono
        error={isAgeBad ? t('maxAgeBad') : undefined}
        value={values.maxAge}
        onChange={(event) => change({ maxAge: event.target.value })}
      />
      <Checkbox
        label={t('credentials')}
        description={t('credentialsHint')}
        checked={values.credentials}
        onChange={(event) => change({ credentials: event.target.checked })}
      />
    </FormFrame>
  );
}
