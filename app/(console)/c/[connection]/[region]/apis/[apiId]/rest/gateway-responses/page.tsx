import type { Metadata } from 'next';
import { partFormHref } from '@/components/apis/rest/part-hrefs';
import { PartPage } from '@/components/apis/rest/part-page';
import { PartActs } from '@/components/apis/rest/parts/part-acts';
import { PartTable } from '@/components/apis/rest/parts/part-table';
import { Chip } from '@/components/ui/chip';
import { getTranslator } from '@/lib/i18n/server';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { getGatewayResponses } from '@/lib/queries/rest-documents';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('restParts');
  return { title: t('response.title') };
}

export default async function GatewayResponsesPage(props: ApiPageProps) {
  const { place, apiId, refusedReason } = await openApiPage(props);
  const [found, t] = await Promise.all([getGatewayResponses(place, apiId), getTranslator('restParts')]);
  if (!found.ok) return <PartPage failure={found.error} />;
  const target = { place, apiId };
  return (
    <PartPage>
      <PartTable
        title={t('response.title')}
        headers={[t('response.type'), t('response.status'), t('response.headers')]}
        actsHeader={t('acts')}
        emptyText={t('response.none')}
        rows={found.data.map((one) => ({
          id: one.type,
          cells: [
            <span key="type" className="inline-flex flex-wrap items-center gap-8">
              <code className="text-13">{one.type}</code>
              {!one.isDefault && <Chip tone="accent">{t('response.changed')}</Chip>}
            </span>,
            one.statusCode || t('response.standard'),
            Object.keys(one.parameters)
              .map((name) => name.replace(/^gatewayresponse\.header\./, ''))
              .join(', '),
          ],
          acts: (
            <PartActs
              target={target}
              kind="gateway-response"
              id={one.type}
              name={one.type}
              editHref={partFormHref(target, 'gateway-responses', one.type)}
              {...(!one.isDefault && {
                deleteLabel: t('response.reset'),
                deleteText: t('response.resetText', { name: one.type }),
              })}
              refusedReason={refusedReason}
            />
          ),
        }))}
      />
    </PartPage>
  );
}
