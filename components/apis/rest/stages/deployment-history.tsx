import { Failure } from '@/components/patterns/failure';
import { Card } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { CodeText } from '@/components/ui/code-text';
import { RelativeTime } from '@/components/ui/relative-time';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { RestDeployment, RestStage } from '@/lib/domain/rest-api/stage';
import { getTranslator } from '@/lib/i18n/server';
import type { Result } from '@/lib/shared/result';
import { DeploymentActs } from './deployment-acts';
import type { StageViewProps } from './stage-view';

const shownMax = 50;

/** The deployments of the API, the newest first; a stage can be put on any of them. */
export async function DeploymentHistory({
  deployments: found,
  stages,
  ...props
}: StageViewProps & {
  deployments: Result<readonly RestDeployment[], ConsoleError>;
  stages: readonly RestStage[];
}) {
  const t = await getTranslator('restStages');
  const { target, stage } = props;
  const title = t('history');
  if (!found.ok) {
    return (
      <Card title={title}>
        <Failure error={found.error} compact />
      </Card>
    );
  }
  const deployments = found.data;
  return (
    <Card title={title} meta={`(${deployments.length})`} flush>
      <Table caption={title}>
        <thead>
          <tr>
            <HeaderCell>{t('deploymentId')}</HeaderCell>
            <HeaderCell>{t('deployedAt')}</HeaderCell>
            <HeaderCell>
              <span className="max-tablet:sr-only">{t('description')}</span>
            </HeaderCell>
            <HeaderCell align="end">
              <span className="sr-only">{t('acts')}</span>
            </HeaderCell>
          </tr>
        </thead>
        <tbody>
          {deployments.slice(0, shownMax).map(({ id, createdAt, description }) => {
            const isActive = id === stage.deploymentId;
            const served = stages.find((one) => one.deploymentId === id || one.canary?.deploymentId === id);
            return (
              <Row key={id}>
                <Cell header>
                  <span className="flex flex-wrap items-center gap-8">
                    <CodeText text={id} />
                    {isActive && <Chip tone="success">{t('active')}</Chip>}
                    {stage.canary?.deploymentId === id && <Chip>{t('canaryMark')}</Chip>}
                  </span>
                </Cell>
                <Cell>{createdAt && <RelativeTime at={createdAt} />}</Cell>
                <Cell>
                  <span className="wrap-anywhere max-tablet:hidden">{description}</span>
                </Cell>
                <Cell align="end">
                  <DeploymentActs
                    target={target}
                    stage={stage.name}
                    deploymentId={id}
                    isActive={isActive}
                    hasCanary={stage.canary !== null}
                    servedBy={served?.name}
                    refusedReason={props.refusedReason}
                  />
                </Cell>
              </Row>
            );
          })}
        </tbody>
      </Table>
      {deployments.length > shownMax && (
        <p className="p-16 text-muted">
          {t('shownDeployments', { count: shownMax, total: deployments.length })}
        </p>
      )}
    </Card>
  );
}
