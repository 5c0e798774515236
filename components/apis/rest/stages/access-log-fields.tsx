'use client';

import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { TextAreaField } from '@/components/ui/text-area-field';
import { TextField } from '@/components/ui/text-field';
import { logFormats, type StageValues } from '@/lib/domain/rest-api/stage';

type LogValues = Pick<StageValues, 'accessLogArn' | 'accessLogFormat'>;

/** A line must tell which request it is about; AWS refuses others. */
export function isFormatBad({ accessLogArn, accessLogFormat }: LogValues): boolean {
  return accessLogArn !== '' && !/\$context\.(requestId|extendedRequestId)/.test(accessLogFormat);
}

/** Where each call is written down in one line, and what the line says. */
export function AccessLogFields(props: {
  values: LogValues;
  region: string;
  onChange: (part: Partial<LogValues>) => void;
}) {
  const t = useTranslations('restStages');
  const { values, onChange } = props;
  return (
    <section aria-label={t('edit.accessLog')} className="flex flex-col gap-12">
      <h2 className="text-14">{t('edit.accessLog')}</h2>
      <TextField
        label={t('accessLog')}
        optional
        mono
        hint={t('edit.accessLogHint', {
          example: `arn:aws:logs:${props.region}:123456789012:log-group:api-access`,
        })}
        value={values.accessLogArn}
        onChange={(event) => onChange({ accessLogArn: event.target.value })}
      />
      <TextAreaField
        label={t('accessFormat')}
        rows={3}
        mono
        hint={t('edit.formatHint')}
        error={isFormatBad(values) ? t('edit.formatMissing') : undefined}
        value={values.accessLogFormat}
        onChange={(event) => onChange({ accessLogFormat: event.target.value })}
      />
      <div className="flex flex-wrap gap-8">
        {Object.entries(logFormats).map(([name, accessLogFormat]) => (
          <Button key={name} size="small" onClick={() => onChange({ accessLogFormat })}>
            {t('edit.preset', { name })}
          </Button>
        ))}
      </div>
    </section>
  );
}
