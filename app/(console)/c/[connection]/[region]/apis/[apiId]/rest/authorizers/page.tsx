import type { Metadata } from 'next';
import { partFormHref } from '@/components/apis/rest/part-hrefs';
import { PartPage } from '@/components/apis/rest/part-page';
import { PartActs } from '@/components/apis/rest/parts/part-acts';
import { PartTable } from '@/components/apis/rest/parts/part-table';
import { TestAuthorizer } from '@/components/apis/rest/parts/test-authorizer';
import { functionArnOf, functionOfArn } from '@/lib/domain/rest-api/backend';
import { getTranslator } from '@/lib/i18n/server';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { getRestAuthorizers } from '@/lib/queries/rest-parts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('restParts');
  return { title: t('authorizer.title') };
}

export default async function AuthorizersPage(props: ApiPageProps) {
  const { place, apiId, refusedReason } = await openApiPage(props);
  const [found, t] = await Promise.all([getRestAuthorizers(place, apiId), getTranslator('restParts')]);
  if (!found.ok) return <PartPage failure={found.error} />;
  const target = { place, apiId };
  return (
    <PartPage>
      <PartTable
        title={t('authorizer.title')}
        headers={[
          t('authorizer.name'),
          t('authorizer.type'),
          t('authorizer.function'),
          t('authorizer.sources'),
          t('authorizer.ttl'),
        ]}
        actsHeader={t('acts')}
        emptyText={t('authorizer.none')}
        create={{
          label: t('authorizer.create'),
          href: partFormHref(target, 'authorizers'),
          disabledReason: refusedReason,
        }}
        rows={found.data.map((one) => {
          const type = one.type as 'TOKEN';
          const arn = functionArnOf(one.uri);
          return {
            id: one.id,
            cells: [
              one.name,
              t.has(`authorizer.types.${type}`) ? t(`authorizer.types.${type}`) : one.type,
              arn === undefined ? one.providerArns.join(', ') : functionOfArn(arn).name,
              one.identitySource,
              `${one.ttlSeconds} ${t('authorizer.seconds')}`,
            ],
            acts: (
              <>
                <TestAuthorizer
                  target={target}
                  authorizer={{
                    id: one.id,
                    name: one.name,
                    type: one.type,
                    identitySource: one.identitySource,
                    ttlSeconds: one.ttlSeconds,
                  }}
                  refusedReason={refusedReason}
                />
                <PartActs
                  target={target}
                  kind="authorizer"
                  id={one.id}
                  name={one.name}
                  editHref={partFormHref(target, 'authorizers', one.id)}
                  deleteLabel={t('authorizer.delete')}
                  refusedReason={refusedReason}
                />
              </>
            ),
          };
        })}
      />
    </PartPage>
  );
}
