import type { Metadata } from 'next';
import { SocketModelForm } from '@/components/apis/websocket/parts/model-form';

import { getTranslator } from '@/lib/i18n/server';
import { getApi } from '@/lib/queries/api';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { SocketFormPage } from '../../socket-form-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('socketParts');
  return { title: t('model.create') };
}

export default async function CreateSocketModelPage(props: ApiPageProps) {
  const { place, apiId, refusedReason } = await openApiPage(props);
  const [api, cli, t] = await Promise.all([
    getApi(place, apiId, 'WEBSOCKET'),
    getCliOptions(place),

    getTranslator('socketParts'),
  ]);
  return (
    <SocketFormPage place={place} apiId={apiId} api={api} page="models" title={t('model.create')}>
      <SocketModelForm
        place={place}
        apiId={apiId}
        saved={undefined}

        cli={cli}
        cannotSaveReason={refusedReason}
      />
    </SocketFormPage>
  );
}
