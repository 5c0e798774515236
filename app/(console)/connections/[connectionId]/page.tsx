import type { Metadata } from 'next';
import { ConnectionDetails } from '@/components/connections/connection-details';
import { ConnectionForm } from '@/components/connections/connection-form';
import { DeleteConnection } from '@/components/connections/delete-connection';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { Chip } from '@/components/ui/chip';
import { awsRegions } from '@/lib/domain/aws-regions';
import { getTranslator } from '@/lib/i18n/server';
import { getConnection, getConnectionChoices } from '@/lib/queries/connections';
import { routes } from '@/lib/routes';

interface Props {
  params: Promise<{ connectionId: string }>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { connectionId } = await props.params;
  return { title: decodeURIComponent(connectionId) };
}

export default async function ConnectionPage(props: Props) {
  const id = decodeURIComponent((await props.params).connectionId);
  const [found, t] = await Promise.all([getConnection(id), getTranslator('connections')]);
  const crumbs = [
    { label: 'Lambdeck', href: routes.home() },
    { label: t('title'), href: routes.connections() },
  ];
  if (!found.ok) {
    return (
      <>
        <PageHeader breadcrumbs={[...crumbs, { label: id }]} title={id} />
        <div className="px-inset py-20">
          <Failure error={found.error} onRetry={null} />
        </div>
      </>
    );
  }
  const { summary, values, canChange, hasSecret } = found.data;
  const sources = canChange ? (await getConnectionChoices()).sources.filter((other) => other.id !== id) : [];
  return (
    <>
      <PageHeader
        breadcrumbs={[...crumbs, { label: summary.name }]}
        title={summary.name}
        qualifier={<Chip>{t(`kinds.${summary.kind}`)}</Chip>}
        acts={
          <>
            {canChange && <DeleteConnection id={id} name={summary.name} />}
            <ButtonLink href={routes.functions({ connectionId: id, region: summary.region })}>
              {t('openFunctions')}
            </ButtonLink>
          </>
        }
      />
      {values ? (
        <ConnectionForm regions={awsRegions} sources={sources} initial={values} hasSecret={hasSecret} />
      ) : (
        <ConnectionDetails connection={summary} canTest={found.data.canTest} />
      )}
    </>
  );
}
