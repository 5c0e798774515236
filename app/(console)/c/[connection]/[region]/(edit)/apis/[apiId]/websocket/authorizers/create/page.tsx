import type { Metadata } from 'next';
import { SocketAuthorizerForm } from '@/components/apis/websocket/parts/authorizer-form';
import { listFunctionChoices } from '@/lib/queries/functions';
import { getTranslator } from '@/lib/i18n/server';
import { getApi } from '@/lib/queries/api';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { SocketFormPage } from '../../socket-form-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('socketParts');
  return { title: t('authorizer.create') };
}

export default async function CreateSocketAuthorizerPage(props: ApiPageProps) {
  const { place, apiId, refusedReason } = await openApiPage(props);
  const [api, cli, functions, t] = await Promise.all([
    getApi(place, apiId, 'WEBSOCKET'),
    getCliOptions(place),
    listFunctionChoices(place),
    getTranslator('socketParts'),
  ]);
  return (
    <SocketFormPage place={place} apiId={apiId} api={api} page="authorizers" title={t('authorizer.create')}>
      <SocketAuthorizerForm
        place={place}
        apiId={apiId}
        saved={undefined}
        functions={functions}
        cli={cli}
        cannotSaveReason={refusedReason}
      />
    </SocketFormPage>
  );
}
