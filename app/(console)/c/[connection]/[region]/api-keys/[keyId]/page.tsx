import type { Metadata } from 'next';
import { DeleteKey } from '@/components/apis/keys/delete-key';
import { KeyValue } from '@/components/apis/keys/key-value';
import { ThingPage } from '@/components/apis/thing-page';
import { DetailsSection } from '@/components/patterns/details-section';
import { EmptyLine } from '@/components/patterns/empty';
import { Card } from '@/components/ui/card';
import { CodeText } from '@/components/ui/code-text';
import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import { getApiKey } from '@/lib/queries/api-keys';
import { openPlacePage, type PlacePageProps } from '@/lib/queries/open-place-page';
import { getShell } from '@/lib/queries/shell';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('apiKeys');
  return { title: t('key') };
}

export default async function ApiKeyPage(props: PlacePageProps<'keyId'>) {
  const { place, parts, mayChange } = await openPlacePage(props);
  const id = parts.keyId;
  const [found, shell, t, words, apis] = await Promise.all([
    getApiKey(place, id),
    getShell(place.connectionId),
    getTranslator('apiKeys'),
    getTranslator('things'),
    getTranslator('apis'),
  ]);
  const crumbs = [{ label: t('title'), href: routes.apiKeys(place) }];
  if (!found.ok) return <ThingPage place={place} crumbs={crumbs} title={id} failure={found.error} />;
  const key = found.data;
  const refusedReason = mayChange ? undefined : apis('roleNeeded');
  const tags = Object.entries(key.tags).map(([name, value]) => `${name}=${value}`);
  return (
    <ThingPage
      place={place}
      crumbs={crumbs}
      title={key.name || id}
      acts={
        <DeleteKey
          place={place}
          id={id}
          name={key.name || id}
          connectionName={
            shell.connections.find((connection) => connection.id === place.connectionId)?.name ??
            place.connectionId
          }
          refusedReason={refusedReason}
        />
      }
    >
      <DetailsSection
        title={t('details')}
        editHref={routes.apiKeys(place, id, 'edit')}
        editDisabledReason={refusedReason}
        items={[
          { label: words('id'), value: <CodeText text={id} copyLabel={words('copyId')} /> },
          {
            label: words('status'),
            value: (
              <Status look={key.isEnabled ? 'success' : 'paused'}>
                {words(key.isEnabled ? 'active' : 'inactive')}
              </Status>
            ),
          },
          { label: words('description'), value: key.description },
          {
            label: t('key'),
            wide: true,
            value: <KeyValue place={place} id={id} refusedReason={refusedReason} />,
          },
          { label: words('created'), value: key.createdAt && <RelativeTime at={key.createdAt} /> },
          { label: words('updated'), value: key.updatedAt && <RelativeTime at={key.updatedAt} /> },
          { label: t('customerId'), value: key.customerId },
          { label: words('tags'), value: tags.join(', ') },
        ]}
      />
      <Card title={t('plans')} flush={key.plans.length > 0}>
        {key.plans.length === 0 ? (
          <EmptyLine>
            {t('noPlans')} <TextLink href={routes.usagePlans(place)}>{t('openPlans')}</TextLink>
          </EmptyLine>
        ) : (
          <Table caption={t('plans')}>
            <thead>
              <tr>
                <HeaderCell>{t('plan')}</HeaderCell>
                <HeaderCell>{words('id')}</HeaderCell>
              </tr>
            </thead>
            <tbody>
              {key.plans.map((plan) => (
                <Row key={plan.id}>
                  <Cell header>
                    <TextLink strong href={routes.usagePlans(place, plan.id)}>
                      {plan.name || plan.id}
                    </TextLink>
                  </Cell>
                  <Cell>
                    <code className="text-12">{plan.id}</code>
                  </Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        )}
      </Card>
    </ThingPage>
  );
}
