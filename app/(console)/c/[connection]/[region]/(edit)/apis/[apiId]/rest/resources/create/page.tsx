import type { Metadata } from 'next';
import { ResourceForm } from '@/components/apis/rest/forms/resource-form';
import { RestEditShell } from '@/components/apis/rest/rest-edit-shell';
import { getTranslator } from '@/lib/i18n/server';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openRestForm } from '@/lib/queries/open-rest-form';
import { getRestResources } from '@/lib/queries/rest-resources';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('restForms');
  return { title: t('resource.title') };
}

export default async function CreateResourcePage(props: ApiPageProps) {
  const { target, apiName, query, cli, refusedReason } = await openRestForm(props);
  const [found, t] = await Promise.all([
    getRestResources(target.place, target.apiId),
    getTranslator('restForms'),
  ]);
  const shell = { target, apiName, page: 'resources', title: t('resource.title') } as const;
  if (!found.ok) return <RestEditShell {...shell} failure={found.error} />;
  const { resources } = found.data;
  const parent = resources.find(({ id }) => id === query.resource) ?? resources.find((one) => !one.parentId);
  return (
    <RestEditShell {...shell}>
      <ResourceForm
        target={target}
        resources={resources.map(({ id, parentId, path, pathPart }) => ({ id, parentId, path, pathPart }))}
        parentId={parent?.id ?? ''}
        cli={cli}
        cannotSaveReason={refusedReason}
      />
    </RestEditShell>
  );
}
