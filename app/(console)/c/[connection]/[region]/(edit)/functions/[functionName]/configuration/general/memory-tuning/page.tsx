import type { Metadata } from 'next';
import { EditShell } from '@/components/configuration/edit-shell';
import { MemoryTuning } from '@/components/monitor/tuning/memory-tuning';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import { getOpenTuning } from '@/lib/queries/memory-tuning';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { listTestEvents } from '@/lib/queries/test-events';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('memoryTuning');
  return { title: t('title') };
}

export default async function MemoryTuningPage(props: FunctionPageProps) {
  const { place, functionName, mayChange } = await openFunctionPage(props);
  const found = await getFunction(place, functionName, undefined);
  const t = await getTranslator('memoryTuning');
  const shell = { place, functionName, section: 'general', title: t('title') } as const;
  if (!found.ok) return <EditShell {...shell} failure={found.error} />;

  const [events, open, c] = await Promise.all([
    listTestEvents(place, functionName),
    getOpenTuning(place, functionName),
    getTranslator('configuration'),
  ]);
  const { memoryMb, architecture, ephemeralStorageMb } = found.data;
  return (
    <EditShell {...shell}>
      <MemoryTuning
        place={place}
        functionName={functionName}
        memoryMb={memoryMb}
        architecture={architecture}
        ephemeralStorageMb={ephemeralStorageMb}
        events={events}
        open={open && { formerMb: open.formerMb, startedAt: open.startedAt }}
        refusedReason={mayChange ? undefined : c('roleNeeded')}
      />
    </EditShell>
  );
}
