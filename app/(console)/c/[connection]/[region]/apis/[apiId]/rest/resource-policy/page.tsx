import type { Metadata } from 'next';
import { partFormHref } from '@/components/apis/rest/part-hrefs';
import { PartPage } from '@/components/apis/rest/part-page';
import { EditLink } from '@/components/patterns/edit-link';
import { EmptyLine } from '@/components/patterns/empty';
import { JsonText } from '@/components/patterns/json-text';
import { Card } from '@/components/ui/card';
import { getTranslator } from '@/lib/i18n/server';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { getRestPolicy } from '@/lib/queries/rest-settings';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('restParts');
  return { title: t('policy.title') };
}

export default async function ResourcePolicyPage(props: ApiPageProps) {
  const { place, apiId, refusedReason } = await openApiPage(props);
  const [found, t] = await Promise.all([getRestPolicy(place, apiId), getTranslator('restParts')]);
  if (!found.ok) return <PartPage failure={found.error} />;
  return (
    <PartPage>
      <Card
        title={t('policy.title')}
        acts={
          <EditLink href={partFormHref({ place, apiId }, 'resource-policy')} disabledReason={refusedReason} />
        }
      >
        {found.data === '' ? (
          <EmptyLine>{t('policy.none')}</EmptyLine>
        ) : (
          <JsonText text={found.data} title={t('policy.text')} />
        )}
      </Card>
    </PartPage>
  );
}
