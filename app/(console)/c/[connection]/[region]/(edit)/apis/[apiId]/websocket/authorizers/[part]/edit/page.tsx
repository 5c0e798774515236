import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SocketAuthorizerForm } from '@/components/apis/websocket/parts/authorizer-form';
import { listFunctionChoices } from '@/lib/queries/functions';
import { listSocketAuthorizers } from '@/lib/queries/socket-parts';
import { getTranslator } from '@/lib/i18n/server';
import { getApi } from '@/lib/queries/api';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { SocketFormPage } from '../../../socket-form-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('socketParts');
  return { title: t('authorizer.editTitle') };
}

export default async function EditSocketAuthorizerPage(props: ApiPageProps<'part'>) {
  const { place, apiId, parts, refusedReason } = await openApiPage<'part'>(props);
  const [api, cli, found, functions, t] = await Promise.all([
    getApi(place, apiId, 'WEBSOCKET'),
    getCliOptions(place),
    listSocketAuthorizers(place, apiId),
    listFunctionChoices(place),
    getTranslator('socketParts'),
  ]);
  const saved = found.ok ? found.data.find(({ id }) => id === parts.part) : undefined;
  if (found.ok && !saved) notFound();
  return (
    <SocketFormPage
      place={place}
      apiId={apiId}
      api={api}
      page="authorizers"
      title={t('authorizer.editTitle')}
      {...(found.ok ? {} : { failure: found.error })}
    >
      <SocketAuthorizerForm
        place={place}
        apiId={apiId}
        saved={saved}
        functions={functions}
        cli={cli}
        cannotSaveReason={refusedReason}
      />
    </SocketFormPage>
  );
}
