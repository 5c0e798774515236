import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { FunctionTable, functionPageSizeDefault } from '@/components/functions/function-list/function-table';
import { NoFunctions } from '@/components/functions/function-list/no-functions';
import { RefreshList } from '@/components/functions/function-list/refresh-list';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { RelativeTime } from '@/components/ui/relative-time';
import { TabLinks } from '@/components/ui/tab-links';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import {
  formatListState,
  functionViews,
  parseListState,
  type FunctionListState,
} from '@/lib/domain/function-list-url';
import { getTranslator } from '@/lib/i18n/server';
import { readPreferences } from '@/lib/preferences/server';
import { listFunctions } from '@/lib/queries/functions';
import { getShell } from '@/lib/queries/shell';
import { routes, type Place } from '@/lib/routes';

interface PageProps {
  readonly params: Promise<{ connection: string; region: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('functions');
  return { title: t('title') };
}

export default async function FunctionsPage(props: PageProps) {
  const params = await props.params;
  const place: Place = { connectionId: decodeURIComponent(params.connection), region: params.region };
  const user = await requirePageUser('viewer', routes.functions(place));
  const preferences = await readPreferences();
  const table = preferences.tables['functions'];
  const pageSize = table?.pageSize ?? functionPageSizeDefault;
  const state = parseListState(await props.searchParams, pageSize);
  const [list, shell, t] = await Promise.all([
    listFunctions(place, state),
    getShell(place.connectionId),
    getTranslator('functions'),
  ]);
  const connectionName =
    shell.connections.find(({ id }) => id === place.connectionId)?.name ?? place.connectionId;
  const canChange = roleIncludes(user.role, 'developer');
  const href = (next: FunctionListState) => routes.functions(place) + formatListState(next, pageSize);
  const hasNothing = list.isComplete && list.total === 0 && !list.error;
  const create = (
    <ButtonLink
      variant="primary"
      href={routes.createFunction(place)}
      icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
      disabledReason={canChange ? undefined : t('needsDeveloper')}
    >
      {t('create')}
    </ButtonLink>
  );
  const isChanging = list.rows.some((row) => row.state === 'Pending' || row.state === 'Deleting');
  const fetchedAt = () => <RelativeTime key="at" at={list.fetchedAt ?? ''} />;

  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t('lambda'), href: routes.functions(place) }, { label: t('title') }]}
        title={t('title')}
        count={list.total}
        meta={list.fetchedAt && t.rich('fetched', { at: fetchedAt })}
        acts={
          <>
            <RefreshList
              place={place}
              isComplete={list.isComplete || Boolean(list.error)}
              isChanging={isChanging}
            />
            {!hasNothing && create}
          </>
        }
        tabs={
          hasNothing ? undefined : (
            <TabLinks
              label={t('views.label')}
              current={state.view}
              tabs={functionViews.map((view) => ({
                id: view,
                label: t(`views.${view}`),
                href: href({ ...state, view, page: 1 }),
                count: list.counts[view],
                ...(view !== 'all' && list.counts[view] > 0 ? { countTone: 'warning' as const } : {}),
              }))}
            />
          )
        }
      />
      {list.error && (
        <div className="flex max-w-list flex-col gap-12 px-inset pt-16">
          <Failure error={list.error} />
          {list.fetchedAt && list.total > 0 && (
            <Note tone="warning">{t.rich('savedRows', { at: fetchedAt })}</Note>
          )}
        </div>
      )}
      {hasNothing ? (
        <NoFunctions
          title={t('empty.title')}
          text={t('empty.text', { region: place.region, connection: connectionName })}
          hint={t('empty.otherRegion')}
          act={create}
        />
      ) : (
        (!list.error || list.total > 0) && (
          <FunctionTable
            list={list}
            state={state}
            place={place}
            connectionName={connectionName}
            canChange={canChange}
            pageSize={pageSize}
            density={preferences.density}
            hiddenColumns={table?.hiddenColumns}
          />
        )
      )}
    </>
  );
}
