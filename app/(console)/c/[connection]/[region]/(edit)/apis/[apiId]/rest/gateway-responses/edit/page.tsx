import type { Metadata } from 'next';
import { GatewayResponseForm } from '@/components/apis/rest/parts/gateway-response-form';
import { RestEditShell } from '@/components/apis/rest/rest-edit-shell';
import { consoleError } from '@/lib/domain/console-error';
import { getTranslator } from '@/lib/i18n/server';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { openRestForm } from '@/lib/queries/open-rest-form';
import { getGatewayResponses } from '@/lib/queries/rest-documents';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('restParts');
  return { title: t('response.editTitle') };
}

/** `id`: the type of the response. */
export default async function EditGatewayResponseFormPage(props: ApiPageProps) {
  const { target, apiName, query, cli, refusedReason } = await openRestForm(props);
  const [found, t, apis] = await Promise.all([
    getGatewayResponses(target.place, target.apiId),
    getTranslator('restParts'),
    getTranslator('apis'),
  ]);

  const shell = { target, apiName, page: 'gateway-responses', title: t('response.editTitle') } as const;
  if (!found.ok) return <RestEditShell {...shell} failure={found.error} />;
  const saved = found.data.find((one) => one.type === query.id);
  if (saved === undefined) {
    return <RestEditShell {...shell} failure={consoleError('not-found', apis('missing.noSuchPart'))} />;
  }
  return (
    <RestEditShell {...shell}>
      <GatewayResponseForm target={target} saved={saved} cli={cli} cannotSaveReason={refusedReason} />
    </RestEditShell>
  );
}
