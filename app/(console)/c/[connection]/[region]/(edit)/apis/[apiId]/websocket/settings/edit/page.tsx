import type { Metadata } from 'next';
import { SocketSettingsForm } from '@/components/apis/websocket/parts/settings-form';
import { getSocketSettings } from '@/lib/queries/socket-parts';
import { getTranslator } from '@/lib/i18n/server';
import { getApi } from '@/lib/queries/api';
import { getCliOptions } from '@/lib/queries/cli-options';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { SocketFormPage } from '../../socket-form-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('httpPages');
  return { title: t('settings.edit') };
}

export default async function EditSocketSettingsPage(props: ApiPageProps) {
  const { place, apiId, refusedReason } = await openApiPage(props);
  const [api, cli, found, t] = await Promise.all([
    getApi(place, apiId, 'WEBSOCKET'),
    getCliOptions(place),
    getSocketSettings(place, apiId),
    getTranslator('httpPages'),
  ]);
  return (
    <SocketFormPage
      place={place}
      apiId={apiId}
      api={api}
      page="settings"
      title={t('settings.edit')}
      {...(found.ok ? {} : { failure: found.error })}
    >
      {found.ok && (
        <SocketSettingsForm
          place={place}
          apiId={apiId}
          saved={found.data}
          cli={cli}
          cannotSaveReason={refusedReason}
        />
      )}
    </SocketFormPage>
  );
}
