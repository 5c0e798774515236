'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { TextAreaField } from '@/components/ui/text-area-field';
import { TextInput } from '@/components/ui/text-input';
import type { Texts } from '@/lib/domain/rest-api/method';

/** Mapping templates by content type, each in a field of its own. */
export function TemplateList(props: {
  templates: Texts;
  saved: Texts;
  onChange: (templates: Texts) => void;
  hint?: string;
  /** Where templates are kept by something else than a content type. */
  words?: { readonly title: string; readonly key: string; readonly start: string };
}) {
  const t = useTranslations('restForms.templates');
  const { templates } = props;
  const [type, setType] = useState(props.words?.start ?? 'application/json');
  const title = props.words?.title ?? t('title');
  const keyLabel = props.words?.key ?? t('contentType');
  const entries = Object.entries(templates);
  const isTaken = type.trim() in templates;
  const add = () => {
    if (type.trim() === '' || isTaken) return;
    props.onChange({ ...templates, [type.trim()]: '' });
    setType('');
  };
  return (
    <section aria-label={title} className="flex flex-col gap-8">
      <h2 className="text-14">
        {title} <span className="font-regular text-muted">({entries.length})</span>
      </h2>
      <p className="text-12 text-muted">{props.hint ?? t('hint')}</p>
      {entries.length === 0 && <p className="text-muted">{t('empty')}</p>}
      {entries.map(([contentType, text]) => (
        <div key={contentType} className="flex flex-col items-start gap-4">
          <TextAreaField
            label={t('body', { type: contentType })}
            className="w-full"
            rows={Math.min(16, Math.max(4, text.split('\n').length + 1))}
            mono
            changed={props.saved[contentType] !== text}
            value={text}
            onChange={(event) => props.onChange({ ...templates, [contentType]: event.target.value })}
          />
          <Button
            size="small"
            onClick={() =>
              props.onChange(Object.fromEntries(entries.filter(([other]) => other !== contentType)))
            }
          >
            {t('remove', { type: contentType })}
          </Button>
        </div>
      ))}
      <div className="flex flex-wrap items-center gap-8">
        <span className="max-w-search flex-1">
          <TextInput
            aria-label={keyLabel}
            placeholder={keyLabel}
            mono
            value={type}
            onChange={(event) => setType(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add();
            }}
          />
        </span>
        <Button
          icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
          disabledReason={isTaken ? t('exists') : undefined}
          onClick={add}
        >
          {t('add')}
        </Button>
      </div>
    </section>
  );
}
