import type { Metadata } from 'next';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { TestBench } from '@/components/test/test-bench';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { listRuns, listSharedEvents, listTestEvents } from '@/lib/queries/test-events';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('test');
  return { title: t('test') };
}

export default async function TestPage(props: FunctionPageProps) {
  const { place, functionName, qualifier, mayChange } = await openFunctionPage(props);
  const found = await getFunction(place, functionName, qualifier);
  if (!found.ok) return <QualifierFailure qualifier={qualifier} error={found.error} />;

  const { name, timeoutSeconds, isTenantIsolated, isDurable } = found.data;
  const [own, shared, pastRuns, t] = await Promise.all([
    listTestEvents(place, name),
    listSharedEvents(place, name),
    listRuns(place, name),
    getTranslator('test'),
  ]);
  return (
    <TestBench
      key={`${name}:${qualifier}`}
      place={place}
      functionName={name}
      qualifier={qualifier}
      timeoutSeconds={timeoutSeconds}
      isTenantIsolated={isTenantIsolated}
      isDurable={isDurable}
      events={shared.ok ? [...own, ...shared.data] : own}
      sharedError={shared.ok ? undefined : shared.error}
      pastRuns={pastRuns}
      refusedReason={mayChange ? undefined : t('roleNeeded')}
    />
  );
}
