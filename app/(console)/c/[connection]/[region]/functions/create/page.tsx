import type { Metadata } from 'next';
import { CreateForm } from '@/components/functions/create/create-form';
import { PageHeader } from '@/components/patterns/page-header';
import { Note } from '@/components/ui/note';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import { offeredRuntimes } from '@/lib/domain/runtimes';
import { functionSamples } from '@/lib/domain/samples/samples';
import { getTranslator } from '@/lib/i18n/server';
import { listProviderChoices } from '@/lib/queries/capacity-providers';
import { getCliOptions } from '@/lib/queries/cli-options';
import { listRoles } from '@/lib/queries/roles';
import { listNetworks } from '@/lib/queries/sections';
import { routes, type Place } from '@/lib/routes';

interface PageProps {
  readonly params: Promise<{ connection: string; region: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('create');
  return { title: t('title') };
}

export default async function CreateFunctionPage({ params }: PageProps) {
  const { connection, region } = await params;
  const place: Place = { connectionId: decodeURIComponent(connection), region };
  const user = await requirePageUser('viewer', routes.createFunction(place));
  const [roles, t] = await Promise.all([listRoles(place), getTranslator('create')]);
  const { latest, other } = offeredRuntimes(new Date());
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t('lambda'), href: routes.functions(place) },
          { label: t('functions'), href: routes.functions(place) },
          { label: t('title') },
        ]}
        title={t('title')}
      />
      {roleIncludes(user.role, 'developer') ? (
        <CreateForm
          place={place}
          latest={latest}
          other={other}
          samples={functionSamples.map(({ id, handler, languages }) => ({ id, handler, languages }))}
          roles={roles.ok ? roles.data : []}
          networks={listNetworks(place)}
          providers={listProviderChoices(place)}
          cli={await getCliOptions(place)}
          {...(roles.ok ? {} : { rolesRefused: roles.error.message })}
        />
      ) : (
        <div className="max-w-form px-inset py-20">
          <Note tone="info">{t('roleNeeded')}</Note>
        </div>
      )}
    </>
  );
}
