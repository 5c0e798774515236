import { Rocket } from 'lucide-react';
import type { Metadata } from 'next';
import { DeploymentActs } from '@/components/apis/http/pages/deployment-acts';
import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import type { Column } from '@/components/patterns/resource-table/column';
import { ResourceTable } from '@/components/patterns/resource-table/resource-table';
import { ButtonLink } from '@/components/ui/button-link';
import { Chip } from '@/components/ui/chip';
import { CodeText } from '@/components/ui/code-text';
import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import type { HttpDeployment } from '@/lib/domain/http-api/stage';
import { getTranslator } from '@/lib/i18n/server';
import { getHttpDeployments, getHttpStages } from '@/lib/queries/http-stages';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { routes } from '@/lib/routes';

const looks = { DEPLOYED: 'success', PENDING: 'progress', FAILED: 'danger' } as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('httpPages');
  return { title: t('deployments.title') };
}

export default async function DeploymentsPage(props: ApiPageProps) {
  const { place, apiId, refusedReason } = await openApiPage(props);
  const [found, staged, t] = await Promise.all([
    getHttpDeployments(place, apiId),
    getHttpStages(place, apiId),
    getTranslator('httpPages'),
  ]);
  if (!found.ok) {
    return (
      <div className="p-inset">
        <Failure error={found.error} title={t('notRead')} />
      </div>
    );
  }
  const stages = staged.ok ? staged.data : [];
  const movable = stages.filter(({ autoDeploy, isManaged }) => !autoDeploy && !isManaged);
  const columns: readonly Column<HttpDeployment>[] = [
    { id: 'id', header: t('deployments.id'), cell: ({ id }) => <CodeText text={id} /> },
    {
      id: 'status',
      header: t('deployments.status'),
      cell: ({ status, statusMessage }) => (
        <Status look={looks[status as 'DEPLOYED'] ?? 'unknown'} tooltip={statusMessage}>
          {t.has(`deployments.statuses.${status}` as 'deployments.statuses.DEPLOYED')
            ? t(`deployments.statuses.${status}` as 'deployments.statuses.DEPLOYED')
            : status}
        </Status>
      ),
    },
    {
      id: 'created',
      header: t('deployments.created'),
      muted: true,
      cell: ({ createdAt }) => (createdAt === undefined ? '–' : <RelativeTime at={createdAt} />),
    },
    {
      id: 'stages',
      header: t('deployments.stages'),
      cell: ({ id }) =>
        stages
          .filter(({ deploymentId }) => deploymentId === id)
          .map(({ name }) => (
            <Chip key={name} mono tone="accent">
              {name}
            </Chip>
          )),
    },
    {
      id: 'description',
      header: t('deployments.description'),
      cut: true,
      phone: 'hidden',
      cell: (row) => (row.isAutomatic ? <Chip>{t('deployments.automatic')}</Chip> : row.description),
    },
  ];
  return (
    <div className="flex flex-col gap-16 py-16">
      <div className="flex flex-wrap items-center gap-12 px-inset">
        <h2 className="text-16">
          {t('deployments.title')} <span className="font-regular text-muted">({found.data.length})</span>
        </h2>
        <span className="ml-auto">
          <ButtonLink
            variant="primary"
            href={routes.httpApi(place, apiId, 'deployments', 'create')}
            icon={<Rocket aria-hidden size={16} strokeWidth={1.75} />}
            disabledReason={
              refusedReason ??
              (stages.length > 0 && movable.length === 0 ? t('deployments.allAutomatic') : undefined)
            }
            shortcut="create"
          >
            {t('deployments.create')}
          </ButtonLink>
        </span>
      </div>
      <ResourceTable
        caption={t('deployments.title')}
        columns={columns}
        rows={found.data}
        rowId={({ id }) => id}
        rowActs={({ id }) => (
          <DeploymentActs
            place={place}
            apiId={apiId}
            id={id}
            stages={movable.filter(({ deploymentId }) => deploymentId !== id).map(({ name }) => name)}
            refusedReason={refusedReason}
          />
        )}
        rowActsHeader={t('actions')}
        empty={<EmptyLine>{t('deployments.none')}</EmptyLine>}
      />
    </div>
  );
}
