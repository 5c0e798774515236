import type { Metadata } from 'next';
import { ThingPage } from '@/components/apis/thing-page';
import { notFound } from 'next/navigation';
import { AuthorizerForm } from '@/components/apis/http/forms/authorizer-form';
import { listFunctionChoices } from '@/lib/queries/functions';
import { getHttpParts } from '@/lib/queries/http-parts';
import { getTranslator } from '@/lib/i18n/server';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openHttpForm } from '@/lib/queries/open-http-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('httpForms');
  return { title: t('authorizer.edit') };
}

export default async function EditAuthorizerPage(props: ApiPageProps<'part'>) {
  const { place, apiId, cli, crumbs, refusedReason, parts: names } = await openHttpForm(props);
  const [found, functions, t] = await Promise.all([
    getHttpParts(place, apiId),
    listFunctionChoices(place),
    getTranslator('httpForms'),
  ]);
  const shell = { place, crumbs, title: t('authorizer.edit') };
  if (!found.ok) return <ThingPage {...shell} failure={found.error} />;
  const saved = found.data.authorizers.find(({ id }) => id === names.part);
  if (!saved) notFound();

  return (
    <ThingPage {...shell} isForm>
      <AuthorizerForm
        place={place}
        apiId={apiId}
        saved={saved}
        functions={functions}
        missing={[]}
        cli={cli}
        cannotSaveReason={refusedReason}
      />
    </ThingPage>
  );
}
