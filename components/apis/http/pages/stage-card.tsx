import { ApiTags } from '@/components/apis/api-tags';
import { DetailsSection } from '@/components/patterns/details-section';
import { Chip } from '@/components/ui/chip';
import { CodeText } from '@/components/ui/code-text';
import { Note } from '@/components/ui/note';
import { RelativeTime } from '@/components/ui/relative-time';
import { stageAddress } from '@/lib/domain/api';
import type { HttpStage } from '@/lib/domain/http-api/stage';
import { getTranslator } from '@/lib/i18n/server';
import { routes, type Place } from '@/lib/routes';
import { RemoveStage } from './remove-part';

/** One stage: where it is called, what it answers by, its limits, variables and logs. */
export async function StageCard(props: {
  place: Place;
  apiId: string;
  apiName: string;
  address: string | undefined;
  stage: HttpStage;
  refusedReason: string | undefined;
}) {
  const t = await getTranslator('httpPages');
  const { place, apiId, stage, address } = props;
  const limit = (rate: number | undefined, burst: number | undefined) =>
    rate === undefined && burst === undefined
      ? t('stages.account')
      : t('stages.limit', { rate: rate ?? '–', burst: burst ?? '–' });
  return (
    <DetailsSection
      title={stage.name}
      {...(stage.isManaged
        ? {}
        : {
            editHref: routes.httpApi(place, apiId, 'stages', stage.name, 'edit'),
            editDisabledReason: props.refusedReason,
          })}
      acts={
        stage.isManaged ? (
          <Chip>{t('managed')}</Chip>
        ) : (
          <RemoveStage
            place={place}
            apiId={apiId}
            apiName={props.apiName}
            name={stage.name}
            address={address}
            refusedReason={props.refusedReason}
          />
        )
      }
      note={
        stage.deploymentMessage &&
        /fail/i.test(stage.deploymentMessage) && <Note tone="danger">{stage.deploymentMessage}</Note>
      }
      items={[
        {
          label: t('stages.url'),
          wide: true,
          value: address && (
            <CodeText
              text={stageAddress(address, stage.name)}
              copyLabel={t('stages.copyUrl', { name: stage.name })}
            />
          ),
        },
        { label: t('stages.autoDeploy'), value: t(stage.autoDeploy ? 'stages.on' : 'stages.off') },
        {
          label: t('stages.deployment'),
          value: stage.deploymentId ? <CodeText text={stage.deploymentId} /> : t('stages.notDeployed'),
        },
        { label: t('stages.updated'), value: stage.updatedAt && <RelativeTime at={stage.updatedAt} /> },
        { label: t('stages.throttling'), value: limit(stage.rate, stage.burst) },
        {
          label: t('stages.routeLimits'),
          value: stage.routeLimits.map(({ routeKey, rate, burst }) => (
            <div key={routeKey}>
              <CodeText text={routeKey} /> {limit(rate, burst)}
            </div>
          )),
        },
        { label: t('stages.metrics'), value: t(stage.hasDetailedMetrics ? 'stages.on' : 'stages.off') },
        { label: t('stages.logs'), value: stage.logDestination && <CodeText text={stage.logDestination} /> },
        {
          label: t('stages.variables'),
          value: Object.entries(stage.variables).map(([name, value]) => (
            <div key={name}>
              <CodeText text={`${name} = ${value}`} />
            </div>
          )),
        },
        { label: t('stages.description'), value: stage.description },
        {
          label: t('settings.tags'),
          wide: true,
          value: (
            <ApiTags
              tags={stage.tags}
              href={routes.apiTags(place, apiId, stage.name)}
              name={stage.name}
              refusedReason={props.refusedReason}
            />
          ),
        },
      ].map((item) => (Array.isArray(item.value) && item.value.length === 0 ? { ...item, value: '' } : item))}
    />
  );
}
