import type { Metadata } from 'next';
import { MethodResponseForm } from '@/components/apis/rest/forms/method-response-form';
import { MethodMark } from '@/components/apis/rest/method-mark';
import { RestEditShell } from '@/components/apis/rest/rest-edit-shell';
import { getTranslator } from '@/lib/i18n/server';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openRestForm } from '@/lib/queries/open-rest-form';
import { getRestModels } from '@/lib/queries/rest-parts';
import { getRestMethod } from '@/lib/queries/rest-resources';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('restForms');
  return { title: t('response.editMethod') };
}

export default async function EditMethodResponsePage(props: ApiPageProps) {
  const { target, apiName, query, cli, refusedReason } = await openRestForm(props);
  const { place, apiId } = target;
  const [found, models, t] = await Promise.all([
    getRestMethod(place, apiId, query.resource ?? '', query.method ?? ''),
    getRestModels(place, apiId),
    getTranslator('restForms'),
  ]);
  const title = t(query.status === undefined ? 'response.createMethod' : 'response.editMethod');
  const shell = { target, apiName, page: 'resources', title } as const;
  if (!found.ok) return <RestEditShell {...shell} failure={found.error} />;
  const { resource, method } = found.data;
  return (
    <RestEditShell {...shell} about={<MethodMark verb={method.httpMethod} path={resource.path} />}>
      <MethodResponseForm
        target={target}
        resource={{ id: resource.id, path: resource.path }}
        httpMethod={method.httpMethod}
        saved={method.responses.find(({ statusCode }) => statusCode === query.status) ?? null}
        taken={method.responses.map(({ statusCode }) => statusCode)}
        models={models.ok ? models.data.map(({ name }) => name) : []}
        cli={cli}
        cannotSaveReason={refusedReason}
      />
    </RestEditShell>
  );
}
