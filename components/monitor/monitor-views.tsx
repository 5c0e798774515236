'use client';

import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl/react';
import { routes, withQuery, type Place } from '@/lib/routes';

/** Metrics, Logs, Logs Insights and Traces of the Monitor tab; each is a page. */
export function MonitorViews({ place, functionName }: { place: Place; functionName: string }) {
  const t = useTranslations('metrics');
  const pathname = usePathname();
  const qualifier = useSearchParams().get('qualifier') ?? undefined;
  const logs = routes.functionTab(place, functionName, 'monitor');
  const views = [
    { id: 'metrics', href: routes.monitorView(place, functionName, 'metrics') },
    { id: 'logs', href: logs },
    { id: 'insights', href: routes.monitorView(place, functionName, 'insights') },
    { id: 'traces', href: routes.monitorView(place, functionName, 'traces') },
  ] as const;
  return (
    <nav aria-label={t('views')} className="flex w-fit rounded-6 bg-neutral-ground p-2 text-12 font-medium">
      {views.map(({ id, href }) => {
        const isCurrent = pathname === href;
        return (
          <Link
            key={id}
            href={withQuery(href, { qualifier })}
            aria-current={isCurrent ? 'page' : undefined}
            className={`flex min-h-target items-center rounded-4 border px-12 ${isCurrent ? 'border-edge-strong bg-surface text-text' : 'border-transparent text-muted hover:text-text'}`}
          >
            {t(`view.${id}`)}
          </Link>
        );
      })}
    </nav>
  );
}
