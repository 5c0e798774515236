import type { Metadata } from 'next';

import { StageForm } from '@/components/apis/http/forms/stage-form';
import { ThingPage } from '@/components/apis/thing-page';
import { getTranslator } from '@/lib/i18n/server';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openHttpForm } from '@/lib/queries/open-http-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('httpPages');
  return { title: t('stages.create') };
}

export default async function CreateStagePage(props: ApiPageProps) {
  const { place, apiId, cli, crumbs, refusedReason } = await openHttpForm(props);
  const t = await getTranslator('httpPages');
  const shell = { place, crumbs, title: t('stages.create') };

  return (
    <ThingPage {...shell} isForm>
      <StageForm place={place} apiId={apiId} saved={undefined} cli={cli} cannotSaveReason={refusedReason} />
    </ThingPage>
  );
}
