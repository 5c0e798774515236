'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { RadioGroup } from '@/components/ui/radio-group';
import { SelectField } from '@/components/ui/select-field';
import { apiRoutes } from '@/lib/api-routes';
import type { Place } from '@/lib/routes';

/** Downloads the definition of an API, as it stands or as a stage serves it. */
export function ExportForm(props: { place: Place; apiId: string; stages: readonly string[] }) {
  const t = useTranslations('httpPages.export');
  const [stage, setStage] = useState('');
  const [format, setFormat] = useState<'JSON' | 'YAML'>('JSON');
  const [hasExtensions, setHasExtensions] = useState(true);
  const href = apiRoutes.exportHttpApi(props.place, props.apiId, {
    format,
    stage: stage || undefined,
    extensions: hasExtensions ? 'on' : undefined,
  });
  return (
    <Card title={t('title')}>
      <div className="flex max-w-field flex-col gap-field">
        <p className="text-muted">{t('text')}</p>
        <SelectField
          label={t('source')}
          value={stage}
          onValueChange={setStage}
          options={[
            { value: '', label: t('latest') },
            ...props.stages.map((value) => ({ value, label: value })),
          ]}
        />
        <RadioGroup
          legend={t('format')}
          name="format"
          value={format}
          onValueChange={setFormat}
          options={[
            { value: 'JSON', label: 'JSON' },
            { value: 'YAML', label: 'YAML' },
          ]}
        />
        <Checkbox
          label={t('extensions')}
          checked={hasExtensions}
          onChange={(event) => setHasExtensions(event.target.checked)}
        />
        <span>
          <Button
            variant="primary"
            icon={<Download aria-hidden size={16} strokeWidth={1.75} />}
            onClick={() => window.location.assign(href)}
          >
            {t('act')}
          </Button>
        </span>
      </div>
    </Card>
  );
}
