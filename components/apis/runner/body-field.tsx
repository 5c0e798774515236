'use client';

import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { TextAreaField } from '@/components/ui/text-area-field';
import { contentTypeOf } from './request-draft';

function formatted(body: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return undefined;
  }
}

/** What is sent, as text; JSON can be laid out. */
export function BodyField({ body, onChange }: { body: string; onChange: (body: string) => void }) {
  const t = useTranslations('apiRunner');
  const laidOut = formatted(body);
  return (
    <div className="flex flex-col gap-8">
      <TextAreaField
        label={t('body')}
        name="body"
        mono
        rows={6}
        hint={body !== '' && t('bodyHint', { type: contentTypeOf(body) })}
        value={body}
        onChange={(event) => onChange(event.target.value)}
      />
      <div>
        <Button
          variant="link"
          size="small"
          disabledReason={laidOut === undefined ? t('notJson') : undefined}
          onClick={() => laidOut !== undefined && onChange(laidOut)}
        >
          {t('formatJson')}
        </Button>
      </div>
    </div>
  );
}
