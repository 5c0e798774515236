import type { Metadata } from 'next';
import { Suspense } from 'react';
import { DeleteLink } from '@/components/apis/links/delete-link';
import { LinkUsers } from '@/components/apis/links/link-users';
import { LinkStatus, localTargetText } from '@/components/apis/links/link-words';
import { ThingPage } from '@/components/apis/thing-page';
import { DetailsSection } from '@/components/patterns/details-section';
import { CodeText } from '@/components/ui/code-text';
import { Skeleton } from '@/components/ui/skeleton';
import { localTargetTag } from '@/lib/domain/vpc-link';
import { getTranslator } from '@/lib/i18n/server';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { getShell } from '@/lib/queries/shell';
import { listVpcLinkUsers } from '@/lib/queries/vpc-link-users';
import { getVpcLink } from '@/lib/queries/vpc-links';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('vpcLinks');
  return { title: t('link') };
}

export default async function VpcLinkPage(props: PlacePageProps<'linkId'>) {
  const { place, parts, mayChange } = await openPlacePage(props);
  const id = parts.linkId;
  const [found, shell, t, words, apis] = await Promise.all([
    getVpcLink(place, id),
    getShell(place.connectionId),
    getTranslator('vpcLinks'),
    getTranslator('things'),
    getTranslator('apis'),
  ]);
  const crumbs = [{ label: t('title'), href: routes.vpcLinks(place) }];
  if (!found.ok) return <ThingPage place={place} crumbs={crumbs} title={id} failure={found.error} />;
  const link = found.data;
  const refusedReason = mayChange ? undefined : apis('roleNeeded');
  const connection = shell.connections.find((one) => one.id === place.connectionId);
  return (
    <ThingPage
      place={place}
      crumbs={crumbs}
      title={link.name || id}
      acts={
        <DeleteLink
          place={place}
          id={id}
          version={link.version}
          name={link.name || id}
          connectionName={connection?.name ?? place.connectionId}
          refusedReason={refusedReason}
        />
      }
    >
      <DetailsSection
        title={t('details')}
        editHref={routes.vpcLinks(place, id, 'edit')}
        editDisabledReason={refusedReason}
        items={[
          { label: words('id'), value: <CodeText text={id} copyLabel={words('copyId')} /> },
          { label: t('version'), value: t(`versions.${link.version}`) },
          { label: words('status'), value: <LinkStatus link={link} t={t} /> },
          ...(link.version === 'V1'
            ? [
                { label: words('description'), value: link.description },
                { label: t('target'), value: link.targets.join(', '), wide: true },
              ]
            : [
                { label: t('subnets'), value: link.subnets.join(', ') },
                { label: t('securityGroups'), value: link.securityGroups.join(', ') },
              ]),
          {
            label: t('localTarget'),
            value: localTargetText(link, t),
            hint: t('localTargetHint', { tag: localTargetTag }),
          },
          {
            label: words('tags'),
            value: Object.entries(link.tags)
              .map(([name, value]) => `${name}=${value}`)
              .join(', '),
            wide: true,
          },
        ]}
      />
      <Suspense fallback={<Skeleton className="h-split w-full" />}>
        <LinkUsers place={place} found={listVpcLinkUsers(place, link)} />
      </Suspense>
    </ThingPage>
  );
}
