import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ConnectionState } from '@/components/connections/connection-state';
import { ConnectionTable } from '@/components/connections/connection-table';
import { PageHeader } from '@/components/patterns/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { Status } from '@/components/ui/status';
import { getTranslator } from '@/lib/i18n/server';
import { getConnections, getConnectionState } from '@/lib/queries/connections';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('connections');
  return { title: t('title') };
}

export default async function ConnectionsPage() {
  const [{ connections, canChange }, t] = await Promise.all([getConnections(), getTranslator('connections')]);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Lambdeck', href: routes.home() }, { label: t('title') }]}
        title={t('title')}
        count={connections.length}
        acts={
          <ButtonLink
            href={routes.newConnection()}
            variant="primary"
            icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
            disabledReason={canChange ? undefined : t('adminOnly')}
          >
            {t('add')}
          </ButtonLink>
        }
      />
      <div className="max-w-list pt-8">
        <ConnectionTable
          connections={connections}
          words={{
            caption: t('title'),
            name: t('name'),
            state: t('state'),
            kind: t('kindHeader'),
            detail: t('detail'),
            region: t('region'),
            origin: t('origin'),
            functions: t('functions'),
            open: t('openFunctions'),
            kindOf: ({ kind }) => t(`kinds.${kind}`),
            toneOf: ({ tone }) => t(`tones.${tone}`),
            originOf: ({ origin }) => t(`origins.${origin}`),
          }}
          stateOf={({ id }) => (
            <Suspense fallback={<Status look="progress">{t('checking')}</Status>}>
              <State id={id} />
            </Suspense>
          )}
        />
      </div>
    </>
  );
}

async function State({ id }: { id: string }) {
  const [state, t] = await Promise.all([getConnectionState(id), getTranslator('connections')]);
  return (
    <ConnectionState
      state={state}
      words={{
        reachable: (milliseconds) => t('reachable', { milliseconds }),
        denied: t('denied'),
        unreachable: t('unreachable'),
        failed: t('failed'),
      }}
    />
  );
}
