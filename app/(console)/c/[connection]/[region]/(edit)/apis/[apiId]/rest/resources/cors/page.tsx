import type { Metadata } from 'next';
import { CorsForm } from '@/components/apis/rest/forms/cors-form';
import { RestEditShell } from '@/components/apis/rest/rest-edit-shell';
import { Chip } from '@/components/ui/chip';
import { corsDefaults } from '@/lib/domain/rest-api/cors';
import { isProxy } from '@/lib/domain/rest-api/method';
import { getTranslator } from '@/lib/i18n/server';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openRestForm } from '@/lib/queries/open-rest-form';
import { getRestResource } from '@/lib/queries/rest-resources';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('restForms');
  return { title: t('cors.title') };
}

export default async function EnableCorsPage(props: ApiPageProps) {
  const { target, apiName, query, refusedReason } = await openRestForm(props);
  const [found, t] = await Promise.all([
    getRestResource(target.place, target.apiId, query.resource ?? ''),
    getTranslator('restForms'),
  ]);
  const shell = { target, apiName, page: 'resources', title: t('cors.title') } as const;
  if (!found.ok) return <RestEditShell {...shell} failure={found.error} />;
  const { resource } = found.data;
  const methods = resource.methods
    .filter(({ httpMethod }) => httpMethod !== 'OPTIONS')
    .map(({ httpMethod, integration }) => ({ verb: httpMethod, isProxy: isProxy(integration) }));
  return (
    <RestEditShell {...shell} about={<Chip mono>{resource.path}</Chip>}>
      <CorsForm
        target={target}
        resource={{ id: resource.id, path: resource.path }}
        methods={methods}
        hasOptions={methods.length < resource.methods.length}
        start={{
          ...corsDefaults,
          allowMethods: ['OPTIONS', ...methods.map(({ verb }) => verb)],
          methods: methods.filter((method) => !method.isProxy).map(({ verb }) => verb),
        }}
        cannotSaveReason={refusedReason}
      />
    </RestEditShell>
  );
}
