import type { Metadata } from 'next';
import { ThingPage } from '@/components/apis/thing-page';
import { notFound } from 'next/navigation';
import { IntegrationForm } from '@/components/apis/http/forms/integration-form';
import { listFunctionChoices } from '@/lib/queries/functions';
import { missingHttpCapabilities } from '@/lib/queries/http-capabilities';
import { getHttpParts } from '@/lib/queries/http-parts';
import { getTranslator } from '@/lib/i18n/server';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openHttpForm } from '@/lib/queries/open-http-form';
import { listLinkChoices } from '@/lib/queries/vpc-links';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('httpForms');
  return { title: t('integration.edit') };
}

export default async function EditIntegrationPage(props: ApiPageProps<'part'>) {
  const { place, apiId, cli, crumbs, refusedReason, parts: names } = await openHttpForm(props);
  const [found, functions, links, missing, t] = await Promise.all([
    getHttpParts(place, apiId),
    listFunctionChoices(place),
    listLinkChoices(place, ['V2']),
    missingHttpCapabilities(place, apiId, ['mapping']),
    getTranslator('httpForms'),
  ]);
  const shell = { place, crumbs, title: t('integration.edit') };
  if (!found.ok) return <ThingPage {...shell} failure={found.error} />;
  const saved = found.data.integrations.find(({ id }) => id === names.part);
  if (!saved) notFound();

  return (
    <ThingPage {...shell} isForm>
      <IntegrationForm
        place={place}
        apiId={apiId}
        saved={saved}
        functions={functions}
        links={links}
        missing={missing}
        cli={cli}
        cannotSaveReason={refusedReason}
      />
    </ThingPage>
  );
}
