'use client';

import { useTranslations } from 'use-intl/react';
import { Checkbox } from '@/components/ui/checkbox';
import { NumberField } from '@/components/ui/number-field';
import { TextAreaField } from '@/components/ui/text-area-field';
import { corsMethods, tickMethod, type UrlDraft } from './url-draft';

/** Origins, methods and headers that Lambda lets in from browsers. */
export function CorsFields(props: {
  draft: UrlDraft;
  onChange: (part: Partial<UrlDraft>) => void;
  errorOf: (field: string) => string | undefined;
}) {
  const t = useTranslations('configuration.function-url');
  const { draft, onChange, errorOf } = props;
  return (
    <>
      <TextAreaField
        label={t('origins')}
        name="origins"
        rows={2}
        mono
        hint={t('originsHint')}
        error={errorOf('origins')}
        value={draft.origins}
        onChange={(event) => onChange({ origins: event.target.value })}
      />
      <fieldset className="min-w-0">
        <legend className="mb-4 font-medium">{t('methods')}</legend>
        <div className="flex flex-wrap gap-x-16 gap-y-8">
          {corsMethods.map((method) => (
            <Checkbox
              key={method}
              label={method}
              checked={draft.methods.includes(method)}
              onChange={(event) =>
                onChange({ methods: tickMethod(draft.methods, method, event.target.checked) })
              }
            />
          ))}
        </div>
        {errorOf('methods') && <p className="mt-4 text-12 text-danger-text">{errorOf('methods')}</p>}
      </fieldset>
      <TextAreaField
        label={t('headers')}
        name="headers"
        optional
        rows={2}
        mono
        hint={t('listHint')}
        error={errorOf('headers')}
        value={draft.headers}
        onChange={(event) => onChange({ headers: event.target.value })}
      />
      <TextAreaField
        label={t('exposed')}
        name="exposed"
        optional
        rows={2}
        mono
        hint={t('listHint')}
        error={errorOf('exposed')}
        value={draft.exposed}
        onChange={(event) => onChange({ exposed: event.target.value })}
      />
      <NumberField
        label={t('maxAge')}
        name="maxAgeSeconds"
        min={0}
        hint={t('maxAgeHint')}
        error={errorOf('maxAgeSeconds')}
        value={draft.maxAge}
        onChange={(event) => onChange({ maxAge: event.target.value })}
      />
      <Checkbox
        label={t('credentials')}
        description={t('credentialsHint')}
        checked={draft.credentials}
        onChange={(event) => onChange({ credentials: event.target.checked })}
      />
    </>
  );
}
