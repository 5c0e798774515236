import { ApiTags } from '@/components/apis/api-tags';
import { EmptyLine } from '@/components/patterns/empty';
import { DetailsSection } from '@/components/patterns/details-section';
import { EditLink } from '@/components/patterns/edit-link';
import { Card } from '@/components/ui/card';
import { CodeText } from '@/components/ui/code-text';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { stageAddress } from '@/lib/domain/api';
import { allMethods, settingsDefaults, type RestStage } from '@/lib/domain/rest-api/stage';
import { getTranslator } from '@/lib/i18n/server';
import { routes } from '@/lib/routes';
import { TextTable } from '../resources/stations/text-table';
import type { RestTarget } from '../rest-hrefs';
import { stageFormHref } from '../stage-hrefs';
import { CanaryActs } from './canary-acts';
import { StageActs } from './stage-acts';

export interface StageViewProps {
  readonly target: RestTarget;
  readonly stage: RestStage;
  /** The API's address without a stage; undefined where nobody outside can call it. */
  readonly address: string | undefined;
  readonly apiName: string;
  readonly refusedReason: string | undefined;
}

const figure = (value: number) => value.toLocaleString('en-US');

/** Where a stage is called, what it serves, and what it sets for all methods. */
export async function StageDetails(props: StageViewProps) {
  const t = await getTranslator('restStages');
  const { target, stage, refusedReason } = props;
  const url = props.address === undefined ? undefined : stageAddress(props.address, stage.name);
  const settings = stage.settings[allMethods];
  const { rate, burst, caching, ttlSeconds } = settings ?? settingsDefaults;
  return (
    <DetailsSection
      title={t('details')}
      editHref={stageFormHref(target, stage.name, 'edit')}
      editDisabledReason={refusedReason}
      acts={
        <StageActs
          target={target}
          stage={stage.name}
          url={url}
          hasCache={stage.cacheEnabled}
          apiName={props.apiName}
          refusedReason={refusedReason}
        />
      }
      items={[
        {
          label: t('invokeUrl'),
          wide: true,
          value: url && <CodeText text={url} copyLabel={t('copyUrl')} />,
        },
        { label: t('deployment'), value: <CodeText text={stage.deploymentId} /> },
        { label: t('description'), value: stage.description },
        { label: t('webAcl'), value: stage.webAclArn },
        {
          label: t('clientCertificate'),
          value: stage.clientCertificateId && (
            <TextLink href={routes.clientCertificates(target.place, stage.clientCertificateId)}>
              {stage.clientCertificateId}
            </TextLink>
          ),
        },
        { label: t('rate'), value: rate < 0 ? t('notThrottled') : t('rateValue', { value: figure(rate) }) },
        {
          label: t('burst'),
          value: burst < 0 ? t('notThrottled') : t('burstValue', { value: figure(burst) }),
        },
        {
          label: t('cacheCluster'),
          value: stage.cacheEnabled ? `${stage.cacheSize} GB · ${stage.cacheStatus}` : t('inactive'),
        },
        { label: t('methodCache'), value: t(caching ? 'active' : 'inactive') },
        { label: t('ttl'), value: t('seconds', { value: figure(ttlSeconds) }) },
        { label: t('updated'), value: stage.updatedAt && <RelativeTime at={stage.updatedAt} /> },
        {
          label: t('tags'),
          wide: true,
          value: (
            <ApiTags
              tags={stage.tags}
              href={routes.apiTags(target.place, target.apiId, stage.name)}
              name={stage.name}
              refusedReason={refusedReason}
            />
          ),
        },
      ]}
    />
  );
}

export async function StageLogs({ target, stage, refusedReason }: StageViewProps) {
  const t = await getTranslator('restStages');
  const settings = stage.settings[allMethods] ?? settingsDefaults;
  const level = settings.loggingLevel as 'OFF';
  const onOff = (isOn: boolean) => t(isOn ? 'active' : 'inactive');
  return (
    <DetailsSection
      title={t('logs')}
      editHref={stageFormHref(target, stage.name, 'edit')}
      editDisabledReason={refusedReason}
      items={[
        {
          label: t('logLevel'),
          value: t.has(`levels.${level}`) ? t(`levels.${level}`) : settings.loggingLevel,
        },
        { label: t('dataTrace'), value: onOff(settings.dataTrace) },
        { label: t('metrics'), value: onOff(settings.metrics) },
        { label: t('tracing'), value: onOff(stage.tracing) },
        { label: t('accessLog'), value: stage.accessLogArn, wide: true },
        ...(stage.accessLogFormat === ''
          ? []
          : [{ label: t('accessFormat'), value: <CodeText text={stage.accessLogFormat} />, wide: true }]),
      ]}
    />
  );
}

export async function StageVariables({ target, stage, refusedReason }: StageViewProps) {
  const t = await getTranslator('restStages');
  return (
    <TextTable
      title={t('variables')}
      headers={[t('name'), t('value')]}
      rows={Object.entries(stage.variables)}
      emptyText={t('noVariables')}
      mono={[0, 1]}
      acts={<EditLink href={stageFormHref(target, stage.name, 'variables')} disabledReason={refusedReason} />}
    />
  );
}

export async function StageCanary({ target, stage, refusedReason }: StageViewProps) {
  const t = await getTranslator('restStages');
  const { canary } = stage;
  if (canary === null) {
    return (
      <Card title={t('canary')}>
        <EmptyLine>{t('noCanary')}</EmptyLine>
      </Card>
    );
  }
  return (
    <DetailsSection
      title={t('canary')}
      editHref={stageFormHref(target, stage.name, 'canary')}
      editDisabledReason={refusedReason}
      acts={
        <span className="flex flex-wrap gap-8">
          <CanaryActs target={target} stage={stage.name} refusedReason={refusedReason} />
        </span>
      }
      items={[
        { label: t('percent'), value: t('percentValue', { value: String(canary.percent) }) },
        { label: t('canaryDeployment'), value: <CodeText text={canary.deploymentId} /> },
        { label: t('stageCache'), value: t(canary.useStageCache ? 'usesStageCache' : 'ownCache') },
        {
          label: t('canaryVariables'),
          wide: true,
          value: Object.entries(canary.overrides)
            .map(([name, value]) => `${name} = ${value}`)
            .join(', '),
        },
      ]}
    />
  );
}
