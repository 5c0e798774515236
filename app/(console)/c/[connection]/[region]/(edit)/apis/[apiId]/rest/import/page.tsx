import type { Metadata } from 'next';
import { ImportOverForm } from '@/components/apis/rest/parts/import-over-form';
import { resourceHref } from '@/components/apis/rest/rest-hrefs';
import { RestEditShell } from '@/components/apis/rest/rest-edit-shell';
import { getTranslator } from '@/lib/i18n/server';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openRestForm } from '@/lib/queries/open-rest-form';
import { getRestResources } from '@/lib/queries/rest-resources';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('restParts');
  return { title: t('import.title') };
}

export default async function ImportOverPage(props: ApiPageProps) {
  const { target, apiName, refusedReason } = await openRestForm(props);
  const [found, t] = await Promise.all([
    getRestResources(target.place, target.apiId),
    getTranslator('restParts'),
  ]);
  const shell = { target, apiName, page: 'import', title: t('import.title') } as const;
  if (!found.ok) return <RestEditShell {...shell} failure={found.error} />;
  return (
    <RestEditShell {...shell}>
      <ImportOverForm
        target={target}
        protocol="REST"
        href={resourceHref(target)}
        methods={found.data.resources.flatMap(({ path, methods }) =>
          methods.map(({ httpMethod }) => `${httpMethod} ${path}`),
        )}
        cannotSaveReason={refusedReason}
      />
    </RestEditShell>
  );
}
