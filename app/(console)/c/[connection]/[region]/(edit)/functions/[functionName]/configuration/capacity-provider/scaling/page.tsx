import type { Metadata } from 'next';
import { ScalingForm } from '@/components/configuration/capacity/scaling-form';
import { EditShell } from '@/components/configuration/edit-shell';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { getFunctionScaling } from '@/lib/queries/function-scaling';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('capacity');
  return { title: t('onFunction.scalingEdit') };
}

export default async function EditScalingPage(props: FunctionPageProps) {
  const { place, functionName, qualifier, mayChange } = await openFunctionPage(props);
  const [t, cli] = await Promise.all([getTranslator('capacity'), getCliOptions(place)]);
  const title = t('onFunction.scalingEdit');
  const shell = { place, functionName, section: 'capacity-provider', title, qualifier } as const;
  if (qualifier === undefined) return <EditShell {...shell} notice={t('onFunction.scalingText')} />;
  const scaling = await getFunctionScaling(place, functionName, qualifier);
  if (!scaling.ok) return <EditShell {...shell} failure={scaling.error} />;
  const { values, revisionId, readAt } = scaling.data;
  return (
    <EditShell {...shell}>
      <ScalingForm
        place={place}
        functionName={functionName}
        qualifier={qualifier}
        latest={{ values, revisionId, readAt }}
        cli={cli}
        cannotSaveReason={mayChange ? undefined : t('roleNeeded')}
      />
    </EditShell>
  );
}
