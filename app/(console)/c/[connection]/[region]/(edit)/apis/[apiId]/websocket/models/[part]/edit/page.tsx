import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SocketModelForm } from '@/components/apis/websocket/parts/model-form';
import { listSocketModels } from '@/lib/queries/socket-parts';
import { getTranslator } from '@/lib/i18n/server';
import { getApi } from '@/lib/queries/api';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { SocketFormPage } from '../../../socket-form-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('socketParts');
  return { title: t('model.editTitle') };
}

export default async function EditSocketModelPage(props: ApiPageProps<'part'>) {
  const { place, apiId, parts, refusedReason } = await openApiPage<'part'>(props);
  const [api, cli, found, t] = await Promise.all([
    getApi(place, apiId, 'WEBSOCKET'),
    getCliOptions(place),
    listSocketModels(place, apiId),

    getTranslator('socketParts'),
  ]);
  const saved = found.ok ? found.data.find(({ id }) => id === parts.part) : undefined;
  if (found.ok && !saved) notFound();
  return (
    <SocketFormPage
      place={place}
      apiId={apiId}
      api={api}
      page="models"
      title={t('model.editTitle')}
      {...(found.ok ? {} : { failure: found.error })}
    >
      <SocketModelForm
        place={place}
        apiId={apiId}
        saved={saved}

        cli={cli}
        cannotSaveReason={refusedReason}
      />
    </SocketFormPage>
  );
}
