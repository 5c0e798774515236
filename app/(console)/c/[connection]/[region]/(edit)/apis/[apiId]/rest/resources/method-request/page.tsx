import type { Metadata } from 'next';
import { MethodRequestForm } from '@/components/apis/rest/forms/method-request-form';
import { MethodMark } from '@/components/apis/rest/method-mark';
import { RestEditShell } from '@/components/apis/rest/rest-edit-shell';
import { methodRequestValues } from '@/lib/domain/rest-api/method-request';
import { getTranslator } from '@/lib/i18n/server';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openRestForm } from '@/lib/queries/open-rest-form';
import { getMethodChoices } from '@/lib/queries/rest-parts';
import { getRestMethod } from '@/lib/queries/rest-resources';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('restForms');
  return { title: t('request.title') };
}

export default async function EditMethodRequestPage(props: ApiPageProps) {
  const { target, apiName, query, cli, refusedReason } = await openRestForm(props);
  const { place, apiId } = target;
  const [found, { failures, ...choices }, t] = await Promise.all([
    getRestMethod(place, apiId, query.resource ?? '', query.method ?? ''),
    getMethodChoices(place, apiId),
    getTranslator('restForms'),
  ]);
  const shell = { target, apiName, page: 'resources', title: t('request.title') } as const;
  if (!found.ok) return <RestEditShell {...shell} failure={found.error} />;
  const { resource, method } = found.data;
  return (
    <RestEditShell {...shell} about={<MethodMark verb={method.httpMethod} path={resource.path} />}>
      <MethodRequestForm
        target={target}
        resource={{ id: resource.id, path: resource.path }}
        httpMethod={method.httpMethod}
        saved={methodRequestValues(method)}
        choices={{ ...choices, failure: failures[0]?.message }}
        cli={cli}
        cannotSaveReason={refusedReason}
      />
    </RestEditShell>
  );
}
