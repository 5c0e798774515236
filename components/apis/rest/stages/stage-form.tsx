'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { FormFrame } from '@/components/patterns/form-frame/form-frame';
import { Checkbox } from '@/components/ui/checkbox';
import { Note } from '@/components/ui/note';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { updateRestStageAction } from '@/lib/actions/rest-apis/update-stage';
import type { CliOptions } from '@/lib/domain/cli-command';
import { cacheSizes, stagePatch, type StageValues } from '@/lib/domain/rest-api/stage';
import { patchParameter, restCommands } from '../forms/rest-snippets';
import type { RestTarget } from '../rest-hrefs';
import { stageHref } from '../stage-hrefs';
import { AccessLogFields, isFormatBad } from './access-log-fields';
import { fromSettingsDraft, settingsProblems, toSettingsDraft } from './settings-draft';
import { CachingFields, LoggingFields, ThrottlingFields } from './settings-fields';
import { settingsChanges } from './settings-words';

/** A stage as a whole: throttling, cache, logs and tracing. */
export function StageForm(props: {
  target: RestTarget;
  stage: string;
  saved: StageValues;
  certificates: readonly { readonly id: string; readonly description: string }[];
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('restStages');
  const { target, stage } = props;
  const [saved] = useState(props.saved);
  const [values, setValues] = useState(saved);
  const [settings, setSettings] = useState(() => toSettingsDraft(saved.settings));
  const change = (part: Partial<StageValues>) => setValues((current) => ({ ...current, ...part }));
  const changeSettings = (part: Partial<typeof settings>) =>
    setSettings((current) => ({ ...current, ...part }));

  const after: StageValues = {
    ...values,
    description: values.description.trim(),
    accessLogArn: values.accessLogArn.trim(),
    accessLogFormat: values.accessLogFormat.trim(),
    settings: fromSettingsDraft(settings),
  };
  const cacheText = (one: StageValues) =>
    one.cacheEnabled ? t('edit.gb', { value: one.cacheSize }) : t('inactive');
  const rows = [
    { id: 'description', label: t('description'), from: saved.description, to: after.description },
    { id: 'cache', label: t('cacheCluster'), from: cacheText(saved), to: cacheText(after) },
    { id: 'tracing', label: t('tracing'), from: String(saved.tracing), to: String(after.tracing) },
    {
      id: 'certificate',
      label: t('clientCertificate'),
      from: saved.clientCertificateId,
      to: after.clientCertificateId,
    },
    { id: 'accessLog', label: t('accessLog'), from: saved.accessLogArn, to: after.accessLogArn },
    { id: 'format', label: t('accessFormat'), from: saved.accessLogFormat, to: after.accessLogFormat },
  ].filter(({ from, to }) => from !== to);
  const labels = { rate: t('rate'), burst: t('burst'), ttl: t('ttl') };
  const href = stageHref(target, stage);

  return (
    <FormFrame
      changes={[...rows, ...settingsChanges(saved.settings, after.settings, t)]}
      snippets={restCommands(
        [
          [
            'update-stage',
            {
              'rest-api-id': target.apiId,
              'stage-name': stage,
              'patch-operations': patchParameter(stagePatch(saved, after)),
            },
          ],
        ],
        props.cli,
      )}
      problems={[
        ...settingsProblems(settings).map((field) => labels[field]),
        ...(isFormatBad(after) ? [t('accessFormat')] : []),
      ]}
      cannotSaveReason={props.cannotSaveReason}
      onReset={() => {
        setValues(saved);
        setSettings(toSettingsDraft(saved.settings));
      }}
      onSave={() =>
        updateRestStageAction({ ...target, stage, change: { kind: 'values', before: saved, after } })
      }
      cancelHref={href}
      doneHref={href}
      doneFlash={{ kind: 'success', title: t('edit.saved', { stage }) }}
      notes={<Note tone="info">{t('edit.atOnce')}</Note>}
    >
      <TextField
        label={t('description')}
        optional
        maxLength={1024}
        changed={values.description !== saved.description}
        value={values.description}
        onChange={(event) => change({ description: event.target.value })}
      />
      <ThrottlingFields draft={settings} onChange={changeSettings} />
      <Checkbox
        label={t('edit.cluster')}
        description={t('edit.clusterHint')}
        checked={values.cacheEnabled}
        onChange={(event) => change({ cacheEnabled: event.target.checked })}
      />
      {values.cacheEnabled && (
        <SelectField
          label={t('edit.size')}
          options={cacheSizes.map((value) => ({ value, label: t('edit.gb', { value }) }))}
          value={values.cacheSize}
          onValueChange={(cacheSize) => change({ cacheSize })}
        />
      )}
      <CachingFields draft={settings} onChange={changeSettings} />
      <LoggingFields draft={settings} onChange={changeSettings} />
      <Checkbox
        label={t('tracing')}
        checked={values.tracing}
        onChange={(event) => change({ tracing: event.target.checked })}
      />
      <SelectField
        label={t('clientCertificate')}
        hint={t('edit.certificateHint')}
        options={certificateOptions(props.certificates, saved.clientCertificateId, t('edit.noCertificate'))}
        value={values.clientCertificateId}
        onValueChange={(clientCertificateId) => change({ clientCertificateId })}
      />
      <AccessLogFields values={values} region={target.place.region} onChange={change} />
    </FormFrame>
  );
}

/** The one that is chosen stays a choice, even where the list could not be read. */
function certificateOptions(
  certificates: readonly { readonly id: string; readonly description: string }[],
  chosen: string,
  none: string,
) {
  const all =
    chosen === '' || certificates.some(({ id }) => id === chosen)
      ? certificates
      : [{ id: chosen, description: '' }, ...certificates];
  return [
    { value: '', label: none },
    ...all.map(({ id, description }) => ({ value: id, label: description ? `${id} · ${description}` : id })),
  ];
}
