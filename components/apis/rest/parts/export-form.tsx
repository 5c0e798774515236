'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { Button } from '@/components/ui/button';
import { RadioGroup } from '@/components/ui/radio-group';
import { SelectField } from '@/components/ui/select-field';
import { apiRoutes } from '@/lib/api-routes';
import type { ActionResult, ConsoleError } from '@/lib/domain/console-error';
import { exportFileName, exportFormats, exportTypes, type ExportChoice } from '@/lib/domain/rest-api/export';
import type { RestTarget } from '../rest-hrefs';

/** Which stage is exported in which specification, and the download. */
export function ExportForm({ target, stages }: { target: RestTarget; stages: readonly string[] }) {
  const t = useTranslations('restParts.export');
  const [choice, setChoice] = useState<ExportChoice>({
    stage: stages[0] ?? '',
    type: 'oas30',
    format: 'json',
    extensions: '',
  });
  const [error, setError] = useState<ConsoleError>();
  const [isPending, setIsPending] = useState(false);
  const change = (part: Partial<ExportChoice>) => setChoice((current) => ({ ...current, ...part }));
  const handleClick = async () => {
    setError(undefined);
    setIsPending(true);
    try {
      const response = await fetch(apiRoutes.exportApi(target.place, target.apiId, { ...choice }));
      if (!response.ok) {
        const result = (await response.json()) as ActionResult<never>;
        if (!result.ok) setError(result.error);
        return;
      }
      const url = URL.createObjectURL(await response.blob());
      const link = document.createElement('a');
      link.href = url;
      link.download = exportFileName(target.apiId, choice);
      link.click();
      URL.revokeObjectURL(url);
    } catch {
      const at = new Date().toISOString();
      setError({ kind: 'unreachable', message: t('failed'), operation: 'apigateway:GetExport', at });
    } finally {
      setIsPending(false);
    }
  };
  return (
    <div className="flex max-w-form flex-col gap-field">
      <p className="text-muted">{t('text')}</p>
      <SelectField
        label={t('stage')}
        options={stages.map((value) => ({ value, label: value }))}
        value={choice.stage}
        onValueChange={(stage) => change({ stage })}
      />
      <RadioGroup
        legend={t('specification')}
        name="type"
        value={choice.type}
        onValueChange={(type) => change({ type })}
        options={exportTypes.map(({ id, label }) => ({ value: id, label }))}
      />
      <RadioGroup
        legend={t('format')}
        name="format"
        value={choice.format}
        onValueChange={(format) => change({ format })}
        options={exportFormats.map((value) => ({ value, label: value.toUpperCase() }))}
      />
      <RadioGroup
        legend={t('extensions')}
        name="extensions"
        value={choice.extensions}
        onValueChange={(extensions) => change({ extensions })}
        options={[
          { value: '', label: t('noExtensions') },
          { value: 'apigateway', label: t('apigateway') },
          { value: 'postman', label: t('postman') },
        ]}
      />
      {error && <Failure error={error} title={t('failed')} compact onRetry={null} />}
      <div>
        <Button
          pending={isPending}
          icon={<Download aria-hidden size={16} strokeWidth={1.75} />}
          onClick={() => void handleClick()}
        >
          {t('act')}
        </Button>
      </div>
    </div>
  );
}
