'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { DetailsList } from '@/components/patterns/details-section';
import { Failure } from '@/components/patterns/failure';
import { Skeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { apiRoutes } from '@/lib/api-routes';
import type { ActionResult } from '@/lib/domain/console-error';
import type { InsightsRow } from '@/lib/domain/insights';
import { valueOf } from '@/lib/domain/insights-rows';
import { routes, type Place } from '@/lib/routes';
import { ask } from './use-insights';

/** Every field of one event, read when its row is opened, and the way to its stream. */
export function LogRecord(props: { place: Place; functionName: string; pointer: string; label: string }) {
  const { place, functionName, pointer } = props;
  const t = useTranslations('insights');
  const [found, setFound] = useState<ActionResult<InsightsRow>>();
  const url = apiRoutes.insights(place, functionName, { record: pointer });
  useEffect(() => {
    let isCurrent = true;
    void ask<InsightsRow>(url).then((answer) => {
      if (isCurrent) setFound(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, [url]);
  if (!found) return <Skeleton className="h-64 w-full" />;
  if (!found.ok) return <Failure error={found.error} title={t('recordFailed')} compact onRetry={null} />;
  const stream = valueOf(found.data, '@logStream');
  return (
    <div className="flex flex-col gap-12" role="group" aria-label={props.label}>
      <DetailsList
        items={found.data.map(({ field, value }) => ({
          label: field,
          value: <code className="text-12 whitespace-pre-wrap">{value}</code>,
          wide: value.length > 60,
        }))}
      />
      {stream !== undefined && (
        <TextLink href={routes.logStream(place, functionName, stream)}>{t('toStream')}</TextLink>
      )}
    </div>
  );
}
