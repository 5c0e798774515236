import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { StageForm } from '@/components/apis/http/forms/stage-form';
import { ThingPage } from '@/components/apis/thing-page';
import { getTranslator } from '@/lib/i18n/server';
import { getHttpStages } from '@/lib/queries/http-stages';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openHttpForm } from '@/lib/queries/open-http-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('httpPages');
  return { title: t('stages.edit') };
}

export default async function EditStagePage(props: ApiPageProps<'part'>) {
  const { place, apiId, cli, crumbs, refusedReason, parts: names } = await openHttpForm(props);
  const [found, t] = await Promise.all([getHttpStages(place, apiId), getTranslator('httpPages')]);
  const shell = { place, crumbs, title: t('stages.edit') };
  if (!found.ok) return <ThingPage {...shell} failure={found.error} />;
  const saved = found.data.find(({ name }) => name === names.part);
  if (!saved) notFound();

  return (
    <ThingPage {...shell} isForm>
      <StageForm place={place} apiId={apiId} saved={saved} cli={cli} cannotSaveReason={refusedReason} />
    </ThingPage>
  );
}
