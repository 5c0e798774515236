import type { Metadata } from 'next';
import { ThingPage } from '@/components/apis/thing-page';
import { IntegrationForm } from '@/components/apis/http/forms/integration-form';
import { listFunctionChoices } from '@/lib/queries/functions';
import { missingHttpCapabilities } from '@/lib/queries/http-capabilities';
import { getTranslator } from '@/lib/i18n/server';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openHttpForm } from '@/lib/queries/open-http-form';
import { listLinkChoices } from '@/lib/queries/vpc-links';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('httpForms');
  return { title: t('integration.create') };
}

export default async function CreateIntegrationPage(props: ApiPageProps) {
  const { place, apiId, cli, crumbs, refusedReason } = await openHttpForm(props);
  const [functions, links, missing, t] = await Promise.all([
    listFunctionChoices(place),
    listLinkChoices(place, ['V2']),
    missingHttpCapabilities(place, apiId, ['service', 'private', 'mapping']),
    getTranslator('httpForms'),
  ]);
  const shell = { place, crumbs, title: t('integration.create') };

  return (
    <ThingPage {...shell} isForm>
      <IntegrationForm
        place={place}
        apiId={apiId}
        saved={undefined}
        functions={functions}
        links={links}
        missing={missing}
        cli={cli}
        cannotSaveReason={refusedReason}
      />
    </ThingPage>
  );
}
