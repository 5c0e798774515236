'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { CodeBlock } from '@/components/patterns/code-block';
import { Failure } from '@/components/patterns/failure';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Note } from '@/components/ui/note';
import { Segmented } from '@/components/ui/segmented';
import { templateFormats, type WrittenTemplate } from '@/lib/domain/template-format';
import type { OverviewModel } from './overview-model';
import { useTemplate, type TemplateAsked } from './use-template';

function save(template: WrittenTemplate, fileName: string): void {
  const url = URL.createObjectURL(new Blob([template.text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}

/** The function written down for the tools that can make it again. */
export function TemplateView({ model }: { model: OverviewModel }) {
  const t = useTranslations('designer.templateView');
  const [asked, setAsked] = useState<TemplateAsked>({ format: 'sam', withValues: false, attempt: 0 });
  const answer = useTemplate(model.place, model.name, asked, t('unreachable'));
  const { fileName } = templateFormats.find(({ id }) => id === asked.format) ?? templateFormats[0];
  const template = answer?.template;
  const reason = model.cannotChangeReason;
  return (
    <div className="flex min-w-0 flex-col gap-12 p-16" aria-busy={!answer}>
      <div className="flex flex-wrap items-center gap-x-16 gap-y-8">
        <div className="max-w-full overflow-x-auto">
          <Segmented
            label={t('format')}
            value={asked.format}
            onValueChange={(format) => setAsked({ ...asked, format })}
            options={templateFormats.map((format) => ({ value: format.id, label: format.label }))}
          />
        </div>
        <div className="min-w-0 flex-1">
          <Checkbox
            label={t('withValues')}
            description={reason ?? t('withValuesHint')}
            checked={asked.withValues}
            disabled={reason !== undefined}
            onChange={(event) => setAsked({ ...asked, withValues: event.target.checked })}
          />
        </div>
        <Button
          size="small"
          disabled={!template}
          icon={<Download aria-hidden size={16} strokeWidth={1.75} />}
          onClick={() => template && save(template, fileName)}
        >
          {t('download', { file: fileName })}
        </Button>
      </div>
      {template && template.omissions.length > 0 && (
        <Note tone="warning">{t('omissions', { count: template.omissions.length })}</Note>
      )}
      {answer?.error && (
        <Failure
          error={answer.error}
          title={t('failed')}
          compact
          onRetry={() => setAsked({ ...asked, attempt: asked.attempt + 1 })}
        />
      )}
      {template && <CodeBlock text={template.text} title={fileName} copyLabel={t('copy')} />}
      {!answer && <p className="h-(--overview-height) text-12 text-muted">{t('loading')}</p>}
    </div>
  );
}
