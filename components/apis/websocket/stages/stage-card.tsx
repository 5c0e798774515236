import { ApiTags } from '@/components/apis/api-tags';
import { DetailsSection } from '@/components/patterns/details-section';
import { ButtonLink } from '@/components/ui/button-link';
import { CodeText } from '@/components/ui/code-text';
import { RelativeTime } from '@/components/ui/relative-time';
import { getTranslator } from '@/lib/i18n/server';
import type { SocketStage } from '@/lib/queries/websocket-api';
import { routes, withQuery, type Place } from '@/lib/routes';
import { DeleteStage } from './delete-stage';

/** A stage: its addresses, what it serves, and the way to a connection. */
export async function StageCard(props: {
  place: Place;
  apiId: string;
  stage: SocketStage;
  /** `wss://…` of the API, without a stage. */
  address: string;
  refusedReason: string | undefined;
}) {
  const t = await getTranslator('socketApi');
  const { place, apiId, stage, refusedReason } = props;
  const url = `${props.address}/${stage.name}`;
  const connections = `${url.replace(/^ws/, 'http')}/@connections`;
  return (
    <DetailsSection
      title={stage.name}
      acts={
        <span className="flex flex-wrap gap-8">
          <ButtonLink
            size="small"
            href={withQuery(routes.webSocketApi(place, apiId, 'client'), { stage: stage.name })}
          >
            {t('openClient')}
          </ButtonLink>
          <DeleteStage place={place} apiId={apiId} stage={stage.name} refusedReason={refusedReason} />
        </span>
      }
      items={[
        {
          label: t('webSocketUrl'),
          wide: true,
          value: <CodeText text={url} cut="end" copyLabel={t('copyUrl')} />,
        },
        {
          label: t('connectionUrl'),
          wide: true,
          value: <CodeText text={connections} cut="end" copyLabel={t('copyConnectionUrl')} />,
        },
        { label: t('deployment'), value: stage.deploymentId && <CodeText text={stage.deploymentId} /> },
        { label: t('autoDeploy'), value: t(stage.isAutoDeploy ? 'yes' : 'no') },
        { label: t('lastUpdated'), value: stage.updatedAt && <RelativeTime at={stage.updatedAt} /> },
        { label: t('logging'), value: stage.loggingLevel },
        { label: t('throttle'), value: stage.throttle && t('throttleOf', stage.throttle) },
        {
          label: t('variables'),
          value: Object.entries(stage.variables)
            .map(([name, value]) => `${name}=${value}`)
            .join(', '),
        },
        { label: t('description'), value: stage.description },
        {
          label: t('tags'),
          wide: true,
          value: (
            <ApiTags
              tags={stage.tags}
              href={routes.apiTags(place, apiId, stage.name)}
              name={stage.name}
              refusedReason={refusedReason}
            />
          ),
        },
      ]}
    />
  );
}
