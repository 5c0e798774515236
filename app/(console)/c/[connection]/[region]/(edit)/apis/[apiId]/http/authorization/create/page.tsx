import type { Metadata } from 'next';
import { ThingPage } from '@/components/apis/thing-page';
import { AuthorizerForm } from '@/components/apis/http/forms/authorizer-form';
import { listFunctionChoices } from '@/lib/queries/functions';
import { missingHttpCapabilities } from '@/lib/queries/http-capabilities';
import { getTranslator } from '@/lib/i18n/server';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openHttpForm } from '@/lib/queries/open-http-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('httpForms');
  return { title: t('authorizer.create') };
}

export default async function CreateAuthorizerPage(props: ApiPageProps) {
  const { place, apiId, cli, crumbs, refusedReason } = await openHttpForm(props);
  const [functions, missing, t] = await Promise.all([
    listFunctionChoices(place),
    missingHttpCapabilities(place, apiId, ['lambdaAuthorizer']),
    getTranslator('httpForms'),
  ]);
  const shell = { place, crumbs, title: t('authorizer.create') };

  return (
    <ThingPage {...shell} isForm>
      <AuthorizerForm
        place={place}
        apiId={apiId}
        saved={undefined}
        functions={functions}
        missing={missing}
        cli={cli}
        cannotSaveReason={refusedReason}
      />
    </ThingPage>
  );
}
