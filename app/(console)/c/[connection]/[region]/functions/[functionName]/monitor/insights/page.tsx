import type { Metadata } from 'next';
import { InsightsWorkbench } from '@/components/monitor/insights/workbench';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import { readInsightsRange, sampleQueries } from '@/lib/domain/insights';
import { getTranslator } from '@/lib/i18n/server';
import { listSavedQueries } from '@/lib/queries/insights';
import { findLogGroup } from '@/lib/queries/logs';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
  readonly searchParams: Promise<{ q?: string | string[]; range?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('insights');
  return { title: t('title') };
}

export default async function InsightsPage({ params, searchParams }: Props) {
  const [{ connection, region, functionName: segment }, query] = await Promise.all([params, searchParams]);
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const functionName = decodeURIComponent(segment);
  const user = await requirePageUser();
  const [saved, logGroup, t] = await Promise.all([
    listSavedQueries(place),
    findLogGroup(place, functionName),
    getTranslator('insights'),
  ]);
  const [first] = sampleQueries;
  return (
    <div className="px-inset py-16">
      <InsightsWorkbench
        place={place}
        functionName={functionName}
        logGroup={logGroup}
        query={typeof query.q === 'string' ? query.q : first.query}
        range={readInsightsRange(typeof query.range === 'string' ? query.range : undefined)}
        saved={saved.ok ? saved.data : undefined}
        refusedReason={roleIncludes(user.role, 'developer') ? undefined : t('roleNeeded')}
      />
    </div>
  );
}
