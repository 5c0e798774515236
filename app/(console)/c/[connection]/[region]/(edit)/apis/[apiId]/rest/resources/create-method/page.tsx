import type { Metadata } from 'next';
import { MethodForm } from '@/components/apis/rest/forms/method-form';
import { RestEditShell } from '@/components/apis/rest/rest-edit-shell';
import { Chip } from '@/components/ui/chip';
import { getTranslator } from '@/lib/i18n/server';
import { listFunctionChoices } from '@/lib/queries/functions';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openRestForm } from '@/lib/queries/open-rest-form';
import { getRestResource } from '@/lib/queries/rest-resources';
import { listLinkChoices } from '@/lib/queries/vpc-links';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('restForms');
  return { title: t('method.title') };
}

export default async function CreateMethodPage(props: ApiPageProps) {
  const { target, apiName, query, cli, refusedReason } = await openRestForm(props);
  const [found, functions, links, t] = await Promise.all([
    getRestResource(target.place, target.apiId, query.resource ?? ''),
    listFunctionChoices(target.place),
    listLinkChoices(target.place),
    getTranslator('restForms'),
  ]);
  const shell = { target, apiName, page: 'resources', title: t('method.title') } as const;
  if (!found.ok) return <RestEditShell {...shell} failure={found.error} />;
  const { resource } = found.data;
  return (
    <RestEditShell {...shell} about={<Chip mono>{resource.path}</Chip>}>
      <MethodForm
        target={target}
        resource={{ id: resource.id, path: resource.path }}
        taken={resource.methods.map(({ httpMethod }) => httpMethod)}
        functions={functions}
        links={links}
        cli={cli}
        cannotSaveReason={refusedReason}
      />
    </RestEditShell>
  );
}
