import type { Metadata } from 'next';
import { IntegrationForm } from '@/components/apis/rest/forms/integration-form';
import { MethodMark } from '@/components/apis/rest/method-mark';
import { RestEditShell } from '@/components/apis/rest/rest-edit-shell';
import { integrationValues } from '@/lib/domain/rest-api/integration';
import { getTranslator } from '@/lib/i18n/server';
import { listFunctionChoices } from '@/lib/queries/functions';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openRestForm } from '@/lib/queries/open-rest-form';
import { getRestMethod } from '@/lib/queries/rest-resources';
import { listLinkChoices } from '@/lib/queries/vpc-links';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('restForms');
  return { title: t('integration.title') };
}

export default async function EditIntegrationPage(props: ApiPageProps) {
  const { target, apiName, query, cli, refusedReason } = await openRestForm(props);
  const [found, functions, links, t] = await Promise.all([
    getRestMethod(target.place, target.apiId, query.resource ?? '', query.method ?? ''),
    listFunctionChoices(target.place),
    listLinkChoices(target.place),
    getTranslator('restForms'),
  ]);
  const shell = { target, apiName, page: 'resources', title: t('integration.title') } as const;
  if (!found.ok) return <RestEditShell {...shell} failure={found.error} />;
  const { resource, method } = found.data;
  return (
    <RestEditShell {...shell} about={<MethodMark verb={method.httpMethod} path={resource.path} />}>
      <IntegrationForm
        target={target}
        resource={{ id: resource.id, path: resource.path }}
        httpMethod={method.httpMethod}
        saved={method.integration && integrationValues(method.integration)}
        responses={method.integration?.responses.length ?? 0}
        functions={functions}
        links={links}
        cli={cli}
        cannotSaveReason={refusedReason}
      />
    </RestEditShell>
  );
}
