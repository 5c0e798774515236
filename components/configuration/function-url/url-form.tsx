'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { FormFrame } from '@/components/patterns/form-frame/form-frame';
import { Checkbox } from '@/components/ui/checkbox';
import { Note } from '@/components/ui/note';
import { RadioGroup } from '@/components/ui/radio-group';
import { saveFunctionUrlAction } from '@/lib/actions/functions/save-function-url';
import type { CliOptions } from '@/lib/domain/cli-command';
import { functionUrlMemberFields, type FunctionUrlValues } from '@/lib/forms/function-url';
import { routes, withQuery, type Place } from '@/lib/routes';
import { CorsFields } from './cors-fields';
import { corsText, fromUrlDraft, newUrl, toUrlDraft, type UrlDraft } from './url-draft';
import { urlSnippets } from './url-snippets';

const fields: readonly string[] = Object.values(functionUrlMemberFields);

/** "Create function URL" and its edit page: who may call it, how it answers, and which websites. */
export function UrlForm(props: {
  place: Place;
  functionName: string;
  qualifier: string | undefined;
  /** Null: there is no URL yet. */
  saved: FunctionUrlValues | null;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('configuration');
  const { place, functionName, qualifier } = props;
  const [saved] = useState(props.saved);
  const isNew = saved === null;
  const start = saved ?? newUrl;
  const [draft, setDraft] = useState(() => toUrlDraft(start));
  const [refusal, setRefusal] = useState<{ field: string; message: string }>();

  const values = fromUrlDraft(draft);
  const isAgeBad = Number.isNaN(values.cors?.maxAgeSeconds);
  const change = (part: Partial<UrlDraft>) => {
    setDraft((current) => ({ ...current, ...part }));
    setRefusal(undefined);
  };
  const errorOf = (field: string) => {
    if (field === 'maxAgeSeconds' && isAgeBad) return t('general.notWhole');
    return refusal?.field === field ? refusal.message : undefined;
  };
  const rows = [
    { id: 'authType', label: t('function-url.authType'), from: start.authType, to: values.authType },
    { id: 'invokeMode', label: t('function-url.invokeMode'), from: start.invokeMode, to: values.invokeMode },
    { id: 'cors', label: t('function-url.cors'), from: corsText(start.cors), to: corsText(values.cors) },
  ].filter((row) => (isNew && row.to !== '') || row.from !== row.to);
  const href = withQuery(routes.configuration(place, functionName, 'function-url'), { qualifier });

  return (
    <FormFrame
      changes={rows.map((row) => ({ ...row, from: isNew ? null : row.from }))}
      snippets={urlSnippets(functionName, values, { isNew, qualifier, cli: props.cli })}
      problems={isAgeBad ? [t('function-url.maxAge')] : []}
      refusedFields={refusal ? [t('function-url.cors')] : []}
      cannotSaveReason={props.cannotSaveReason}
      onReset={() => change(toUrlDraft(start))}
      onSave={() => saveFunctionUrlAction({ place, functionName, qualifier, isNew, values })}
      onRefused={(error) => {
        if (error.field === undefined || !fields.includes(error.field)) return false;
        setRefusal({ field: error.field, message: error.message });
        return true;
      }}
      cancelHref={href}
      doneHref={href}
      doneFlash={{ kind: 'success', title: t('saved', { name: functionName }) }}
      notes={
        values.authType === 'NONE' && start.authType !== 'NONE' ? (
          <Note tone="warning">{t('function-url.noneNote')}</Note>
        ) : undefined
      }
    >
      <RadioGroup
        legend={t('function-url.authType')}
        name="authType"
        value={draft.authType}
        onValueChange={(authType) => change({ authType })}
        error={errorOf('authType')}
        options={[
          { value: 'AWS_IAM', label: 'AWS_IAM', description: t('function-url.iamHint') },
          { value: 'NONE', label: 'NONE', description: t('function-url.noneHint') },
        ]}
      />
      <RadioGroup
        legend={t('function-url.invokeMode')}
        name="invokeMode"
        value={draft.invokeMode}
        onValueChange={(invokeMode) => change({ invokeMode })}
        error={errorOf('invokeMode')}
        options={[
          { value: 'BUFFERED', label: 'BUFFERED', description: t('function-url.bufferedHint') },
          { value: 'RESPONSE_STREAM', label: 'RESPONSE_STREAM', description: t('function-url.streamHint') },
        ]}
      />
      <Checkbox
        label={t('function-url.configureCors')}
        description={t('function-url.corsHint')}
        checked={draft.hasCors}
        onChange={(event) => change({ hasCors: event.target.checked })}
      />
      {draft.hasCors && <CorsFields draft={draft} onChange={change} errorOf={errorOf} />}
    </FormFrame>
  );
}
