import type { Metadata } from 'next';
import { DeployForm } from '@/components/apis/websocket/stages/deploy-form';
import { getTranslator } from '@/lib/i18n/server';
import { getApi } from '@/lib/queries/api';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { listSocketStages } from '@/lib/queries/websocket-api';
import { SocketFormPage } from '../../socket-form-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('socketApi');
  return { title: t('deploy') };
}

export default async function DeploySocketApiPage(props: ApiPageProps) {
  const { place, apiId, refusedReason } = await openApiPage(props);
  const [api, stages, cli, t] = await Promise.all([
    getApi(place, apiId, 'WEBSOCKET'),
    listSocketStages(place, apiId),
    getCliOptions(place),
    getTranslator('socketApi'),
  ]);
  return (
    <SocketFormPage
      place={place}
      apiId={apiId}
      api={api}
      page="stages"
      title={t('deploy')}
      {...(stages.ok ? {} : { failure: stages.error })}
    >
      <DeployForm
        place={place}
        apiId={apiId}
        stages={stages.ok ? stages.data : []}
        cli={cli}
        cannotSaveReason={refusedReason}
      />
    </SocketFormPage>
  );
}
