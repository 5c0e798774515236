import type { Metadata } from 'next';
import { EditShell } from '@/components/configuration/edit-shell';
import { LayersForm } from '@/components/configuration/layers/layers-form';
import { getTranslator } from '@/lib/i18n/server';
import { getCliOptions } from '@/lib/queries/cli-options';
import { getLayersBasis } from '@/lib/queries/function-layers';
import { listLayers } from '@/lib/queries/layers';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('layers');
  return { title: t('onFunction.edit') };
}

export default async function EditLayersPage(props: FunctionPageProps) {
  const { place, functionName, mayChange } = await openFunctionPage(props);
  const [basis, cli, t] = await Promise.all([
    getLayersBasis(place, functionName),
    getCliOptions(place),
    getTranslator('layers'),
  ]);
  const shell = { place, functionName, section: 'code', title: t('onFunction.edit') } as const;
  if (!basis.ok) return <EditShell {...shell} failure={basis.error} />;
  if (basis.data.packageType === 'Image') return <EditShell {...shell} notice={t('onFunction.onlyZip')} />;

  const { runtime, architecture } = basis.data;
  const fitting = await listLayers(place, { runtime, architecture });
  return (
    <EditShell {...shell}>
      <LayersForm
        place={place}
        functionName={functionName}
        latest={basis.data}
        choices={fitting.ok ? fitting.data.rows : []}
        cli={cli}
        cannotSaveReason={mayChange ? undefined : t('roleNeeded')}
      />
    </EditShell>
  );
}
