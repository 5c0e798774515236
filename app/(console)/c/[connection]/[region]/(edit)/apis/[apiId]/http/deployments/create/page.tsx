import type { Metadata } from 'next';

import { DeployForm } from '@/components/apis/http/forms/deploy-form';
import { ThingPage } from '@/components/apis/thing-page';
import { getTranslator } from '@/lib/i18n/server';
import { getHttpStages } from '@/lib/queries/http-stages';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openHttpForm } from '@/lib/queries/open-http-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('httpPages');
  return { title: t('deployments.createTitle') };
}

export default async function DeployPage(props: ApiPageProps) {
  const { place, apiId, cli, crumbs, refusedReason } = await openHttpForm(props);
  const [found, t] = await Promise.all([getHttpStages(place, apiId), getTranslator('httpPages')]);
  const shell = { place, crumbs, title: t('deployments.createTitle') };
  if (!found.ok) return <ThingPage {...shell} failure={found.error} />;

  return (
    <ThingPage {...shell} isForm>
      <DeployForm
        place={place}
        apiId={apiId}
        stages={found.data
          .filter(({ autoDeploy, isManaged }) => !autoDeploy && !isManaged)
          .map(({ name }) => name)}
        cli={cli}
        cannotSaveReason={refusedReason}
      />
    </ThingPage>
  );
}
