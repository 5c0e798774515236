'use client';

import { useTranslations } from 'use-intl/react';
import { Segmented } from '@/components/ui/segmented';

/** How the response is taken: whole, or as it arrives. */
export function ResponseMode(props: { streams: boolean; onChange: (streams: boolean) => void }) {
  const t = useTranslations('test');
  return (
    <div className="flex flex-wrap items-center gap-x-12 gap-y-4 border-t border-edge px-16 py-8 text-12">
      <span aria-hidden className="font-medium">
        {t('responseMode')}
      </span>
      <Segmented
        label={t('responseMode')}
        options={[
          { value: 'whole', label: t('buffered') },
          { value: 'streams', label: t('streamed') },
        ]}
        value={props.streams ? 'streams' : 'whole'}
        onValueChange={(value) => props.onChange(value === 'streams')}
      />
      <span className="min-w-0 flex-1 text-muted">
        {props.streams ? t('streamedHint') : t('bufferedHint')}
      </span>
    </div>
  );
}
