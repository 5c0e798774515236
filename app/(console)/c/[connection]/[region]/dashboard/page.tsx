import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { Suspense, type ReactNode } from 'react';
import { CostList } from '@/components/monitor/costs/cost-list';
import { DetailsSection } from '@/components/patterns/details-section';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import { getAccountFigures, getAccountMetrics } from '@/lib/queries/account';
import { listCosts } from '@/lib/queries/costs';
import { listLayers } from '@/lib/queries/layers';
import { listMappings } from '@/lib/queries/mappings';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { routes, type Place } from '@/lib/routes';
import { formatBytes } from '@/lib/shared/bytes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('account');
  return { title: t('title') };
}

export default async function DashboardPage(props: PlacePageProps) {
  const { place, mayChange } = await openPlacePage(props);
  const [figures, metrics, mappings, layers, t] = await Promise.all([
    getAccountFigures(place),
    getAccountMetrics(place),
    listMappings(place),
    listLayers(place),
    getTranslator('account'),
  ]);
  const count = (value: number | undefined) => value?.toLocaleString('en-US');
  const listed = (list: typeof mappings | typeof layers) => {
    if (!list.ok) return undefined;
    const { rows, isCut } = list.data;
    return isCut ? t('atLeast', { count: rows.length }) : count(rows.length);
  };
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t('lambda'), href: routes.functions(place) }, { label: t('title') }]}
        title={t('title')}
        acts={
          <ButtonLink
            variant="primary"
            href={routes.createFunction(place)}
            icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
            disabledReason={mayChange ? undefined : t('roleNeeded')}
            shortcut="create"
          >
            {t('create')}
          </ButtonLink>
        }
      />
      <div className="flex max-w-list flex-col gap-16 px-inset py-16">
        <Card title={t('resources', { region: place.region })}>
          {!figures.ok && <Failure error={figures.error} compact />}
          <dl className="grid gap-16 tablet:grid-cols-2 desktop:grid-cols-3">
            {figures.ok && (
              <>
                <Figure
                  label={t('functions')}
                  value={link(routes.functions(place), count(figures.data.functionCount))}
                />
                <Figure
                  label={t('storage')}
                  value={figures.data.codeBytes !== undefined && formatBytes(figures.data.codeBytes)}
                  hint={storageHint(figures.data.codeBytes, figures.data.codeBytesMax)}
                />
                <Figure label={t('concurrency')} value={count(figures.data.concurrency)} />
                <Figure
                  label={t('unreserved')}
                  value={count(figures.data.unreserved)}
                  hint={t('reserved', {
                    count: (figures.data.concurrency ?? 0) - (figures.data.unreserved ?? 0),
                  })}
                />
              </>
            )}
            <Figure label={t('mappings')} value={link(routes.mappings(place), listed(mappings))} />
            <Figure label={t('layers')} value={link(routes.layers(place), listed(layers))} />
          </dl>
        </Card>
        <Card title={t('metrics.title')}>
          {!metrics.ok && <Failure error={metrics.error} compact />}
          {metrics.ok && (
            <dl className="grid gap-16 tablet:grid-cols-2 desktop:grid-cols-3">
              {(['invocations', 'errors', 'throttles', 'duration', 'concurrent'] as const).map((id) => (
                <Figure key={id} label={t(`metrics.${id}`)} value={metricWords(id)} />
              ))}
            </dl>
          )}
        </Card>
        <Suspense fallback={<Skeleton className="h-split w-full" />}>
          <Costs place={place} />
        </Suspense>
        {figures.ok && (
          <DetailsSection
            title={t('limits')}
            items={[
              { label: t('zipped'), value: bytes(figures.data.zippedBytesMax) },
              { label: t('unzipped'), value: bytes(figures.data.unzippedBytesMax) },
              { label: t('storage'), value: bytes(figures.data.codeBytesMax), hint: t('limitsHint') },
            ]}
          />
        )}
      </div>
    </>
  );

  function bytes(value: number | undefined) {
    return value !== undefined && formatBytes(value);
  }
  function link(href: string, words: string | undefined) {
    return words !== undefined && <TextLink href={href}>{words}</TextLink>;
  }
  function storageHint(used: number | undefined, limit: number | undefined) {
    if (used === undefined || !limit) return undefined;
    return t('storageOf', { limit: formatBytes(limit), percent: Math.round((used / limit) * 1_000) / 10 });
  }
  function metricWords(id: 'invocations' | 'errors' | 'throttles' | 'duration' | 'concurrent') {
    const value = metrics.ok ? metrics.data[id] : undefined;
    if (value === undefined) return <span className="text-16 text-muted">{t('metrics.none')}</span>;
    return id === 'duration' ? t('metrics.ms', { value: Math.round(value) }) : count(value);
  }
}

/** After the rest: a month of metrics of all functions takes its time. */
async function Costs({ place }: { place: Place }) {
  return <CostList place={place} costs={await listCosts(place)} />;
}

/** One figure, large, with its name above and what it means below. */
function Figure(props: { label: string; value: ReactNode; hint?: ReactNode }) {
  return (
    <div>
      <dt className="text-12 text-muted">{props.label}</dt>
      <dd className="mt-2">
        <span className="text-24 font-semibold tabular-nums">{props.value || '–'}</span>
        {props.hint && <span className="block text-12 text-muted">{props.hint}</span>}
      </dd>
    </div>
  );
}
