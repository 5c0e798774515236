import type { Metadata } from 'next';
import { ThingPage } from '@/components/apis/thing-page';
import { RouteForm } from '@/components/apis/http/forms/route-form';
import { integrationName } from '@/lib/domain/http-api/http-api';
import { listFunctionChoices } from '@/lib/queries/functions';
import { missingHttpCapabilities } from '@/lib/queries/http-capabilities';
import { getHttpParts } from '@/lib/queries/http-parts';
import { getTranslator } from '@/lib/i18n/server';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openHttpForm } from '@/lib/queries/open-http-form';
import { listLinkChoices } from '@/lib/queries/vpc-links';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('httpForms');
  return { title: t('route.create') };
}

export default async function CreateRoutePage(props: ApiPageProps) {
  const { place, apiId, cli, crumbs, refusedReason } = await openHttpForm(props);
  const [found, functions, links, missing, t] = await Promise.all([
    getHttpParts(place, apiId),
    listFunctionChoices(place),
    listLinkChoices(place, ['V2']),
    missingHttpCapabilities(place, apiId, ['service', 'private', 'mapping', 'iam']),
    getTranslator('httpForms'),
  ]);
  const shell = { place, crumbs, title: t('route.create') };
  if (!found.ok) return <ThingPage {...shell} failure={found.error} />;

  return (
    <ThingPage {...shell} isForm>
      <RouteForm
        place={place}
        apiId={apiId}
        saved={undefined}
        integrations={found.data.integrations.map((one) => ({
          value: one.id,
          label: integrationName(one),
          detail: one.id,
        }))}
        authorizers={found.data.authorizers.map(({ id, name, type }) => ({ value: id, label: name, type }))}
        functions={functions}
        links={links}
        missing={missing}
        cli={cli}
        cannotSaveReason={refusedReason}
      />
    </ThingPage>
  );
}
