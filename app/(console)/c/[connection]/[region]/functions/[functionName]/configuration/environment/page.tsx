import type { Metadata } from 'next';
import { VariablesCard } from '@/components/configuration/environment/variables-card';
import { EditLink } from '@/components/patterns/edit-link';
import { Card } from '@/components/ui/card';
import { Note } from '@/components/ui/note';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import { routes } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('configuration');
  return { title: t('environment.title') };
}

export default async function EnvironmentPage({ params }: Props) {
  const { connection, region, functionName } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const user = await requirePageUser();
  const found = await getFunction(place, decodeURIComponent(functionName));
  if (!found.ok) return null; // The layout has said why.

  const facts = found.data;
  const t = await getTranslator('configuration');
  const refusedReason = roleIncludes(user.role, 'developer') ? undefined : t('roleNeeded');
  if (facts.variablesError !== undefined) {
    return (
      <Card
        title={t('environment.title')}
        acts={
          <EditLink
            href={routes.editConfiguration(place, facts.name, 'environment')}
            disabledReason={refusedReason}
          />
        }
      >
        <Note tone="danger" title={t('environment.unreadable')}>
          {facts.variablesError}
        </Note>
      </Card>
    );
  }
  return (
    <VariablesCard
      key={facts.revisionId}
      place={place}
      functionName={facts.name}
      keys={facts.variableNames}
      bytes={facts.variablesBytes}
      refusedReason={refusedReason}
    />
  );
}
