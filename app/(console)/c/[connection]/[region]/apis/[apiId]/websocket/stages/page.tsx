import type { Metadata } from 'next';
import { StageCard } from '@/components/apis/websocket/stages/stage-card';
import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { getTranslator } from '@/lib/i18n/server';
import { getApi } from '@/lib/queries/api';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { getSocketStages } from '@/lib/queries/websocket-api';
import { routes } from '@/lib/routes';

const deploymentsShownMax = 50;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('socketApi');
  return { title: t('stages') };
}

/** Stages of a WebSocket API, and what was deployed. */
export default async function SocketStagesPage(props: ApiPageProps) {
  const { place, apiId, refusedReason } = await openApiPage(props);
  const [found, api, t] = await Promise.all([
    getSocketStages(place, apiId),
    getApi(place, apiId, 'WEBSOCKET'),
    getTranslator('socketApi'),
  ]);
  if (!found.ok) {
    return (
      <div className="p-inset">
        <Failure error={found.error} title={t('notRead')} />
      </div>
    );
  }
  const { stages, deployments } = found.data;
  const shown = deployments.slice(0, deploymentsShownMax);
  return (
    <div className="flex max-w-settings flex-col gap-16 p-inset">
      <div className="flex flex-wrap items-center justify-between gap-8">
        <h2 className="text-16">
          {t('stages')} <span className="font-regular text-muted">({stages.length})</span>
        </h2>
        <ButtonLink
          variant="primary"
          href={routes.webSocketApi(place, apiId, 'stages', 'deploy')}
          disabledReason={refusedReason}
        >
          {t('deploy')}
        </ButtonLink>
      </div>
      {stages.length === 0 && <EmptyLine>{t('noStages')}</EmptyLine>}
      {stages.map((stage) => (
        <StageCard
          key={stage.name}
          place={place}
          apiId={apiId}
          stage={stage}
          address={(api.ok && api.data.address) || ''}
          refusedReason={refusedReason}
        />
      ))}
      <Card title={t('deployments')} meta={`(${deployments.length})`} flush={shown.length > 0}>
        {shown.length === 0 ? (
          <EmptyLine>{t('noDeployments')}</EmptyLine>
        ) : (
          <Table caption={t('deployments')}>
            <thead>
              <tr>
                <HeaderCell>{t('deployment')}</HeaderCell>
                <HeaderCell>{t('created')}</HeaderCell>
                <HeaderCell>{t('description')}</HeaderCell>
                <HeaderCell>{t('status')}</HeaderCell>
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => {
                const on = stages.filter(({ deploymentId }) => deploymentId === one.id);
                return (
                  <Row key={one.id}>
                    <Cell header>
                      <code className="text-12">{one.id}</code>
                    </Cell>
                    <Cell muted>{one.createdAt ? <RelativeTime at={one.createdAt} /> : '–'}</Cell>
                    <Cell>{one.description || '–'}</Cell>
                    <Cell>
                      {on.length > 0
                        ? t('active', { stages: on.map(({ name }) => name).join(', ') })
                        : one.statusMessage || one.status}
                    </Cell>
                  </Row>
                );
              })}
            </tbody>
          </Table>
        )}
      </Card>
    </div>
  );
}
