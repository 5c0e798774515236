import type { Metadata } from 'next';
import { DeleteDomain } from '@/components/apis/domains/domain-acts';
import { DomainDetails } from '@/components/apis/domains/domain-details';
import { MappingTable } from '@/components/apis/domains/mapping-table';
import { RuleTable } from '@/components/apis/domains/rule-table';
import { ThingPage } from '@/components/apis/thing-page';
import { getTranslator } from '@/lib/i18n/server';
import { listApiChoices } from '@/lib/queries/apis';
import { getCliOptions } from '@/lib/queries/cli-options';
import { getDomainName, listMappings } from '@/lib/queries/domain-names';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { listRoutingRules } from '@/lib/queries/routing-rules';
import { getShell } from '@/lib/queries/shell';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('domainNames');
  return { title: t('domain') };
}

export default async function DomainNamePage(props: PlacePageProps<'domainName'>) {
  const { place, parts, mayChange } = await openPlacePage(props);
  const name = parts.domainName;
  const [found, named, shell, cli, t, apis] = await Promise.all([
    getDomainName(place, name),
    listApiChoices(place),
    getShell(place.connectionId),
    getCliOptions(place),
    getTranslator('domainNames'),
    getTranslator('apis'),
  ]);
  const crumbs = [{ label: t('title'), href: routes.domainNames(place) }];
  if (!found.ok) return <ThingPage place={place} crumbs={crumbs} title={name} failure={found.error} />;
  const domain = found.data;
  const [mappings, rules] = await Promise.all([
    listMappings(place, domain),
    listRoutingRules(place, domain.id),
  ]);
  const apiNames = new Map(named.map((api) => [api.id, api.name]));
  const refusedReason = mayChange ? undefined : apis('roleNeeded');
  const connection = shell.connections.find((one) => one.id === place.connectionId);
  return (
    <ThingPage
      place={place}
      crumbs={crumbs}
      title={name}
      acts={
        <DeleteDomain
          place={place}
          domainName={name}
          mappings={mappings.ok ? mappings.data.length : 0}
          connectionName={connection?.name ?? place.connectionId}
          refusedReason={refusedReason}
        />
      }
    >
      <DomainDetails
        place={place}
        domain={domain}
        endpointUrl={cli.endpointUrl}
        refusedReason={refusedReason}
      />
      <RuleTable
        place={place}
        domain={domain}
        rules={rules}
        apiNames={apiNames}
        refusedReason={refusedReason}
      />
      <MappingTable
        place={place}
        domain={domain}
        mappings={mappings}
        apiNames={apiNames}
        refusedReason={refusedReason}
      />
    </ThingPage>
  );
}
