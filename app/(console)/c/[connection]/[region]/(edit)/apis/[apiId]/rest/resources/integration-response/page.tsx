import type { Metadata } from 'next';
import { IntegrationResponseForm } from '@/components/apis/rest/forms/integration-response-form';
import { MethodMark } from '@/components/apis/rest/method-mark';
import { RestEditShell } from '@/components/apis/rest/rest-edit-shell';
import { getTranslator } from '@/lib/i18n/server';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openRestForm } from '@/lib/queries/open-rest-form';
import { getRestMethod } from '@/lib/queries/rest-resources';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('restForms');
  return { title: t('response.editIntegration') };
}

export default async function EditIntegrationResponsePage(props: ApiPageProps) {
  const { target, apiName, query, cli, refusedReason } = await openRestForm(props);
  const [found, t] = await Promise.all([
    getRestMethod(target.place, target.apiId, query.resource ?? '', query.method ?? ''),
    getTranslator('restForms'),
  ]);
  const title = t(query.status === undefined ? 'response.createIntegration' : 'response.editIntegration');
  const shell = { target, apiName, page: 'resources', title } as const;
  if (!found.ok) return <RestEditShell {...shell} failure={found.error} />;
  const { resource, method } = found.data;
  const responses = method.integration?.responses ?? [];
  return (
    <RestEditShell {...shell} about={<MethodMark verb={method.httpMethod} path={resource.path} />}>
      <IntegrationResponseForm
        target={target}
        resource={{ id: resource.id, path: resource.path }}
        httpMethod={method.httpMethod}
        saved={responses.find(({ statusCode }) => statusCode === query.status) ?? null}
        methodResponses={method.responses}
        taken={responses.map(({ statusCode }) => statusCode)}
        cli={cli}
        cannotSaveReason={refusedReason}
      />
    </RestEditShell>
  );
}
