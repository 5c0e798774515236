import type { Metadata } from 'next';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { DetailsSection } from '@/components/patterns/details-section';
import { CodeText } from '@/components/ui/code-text';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { getSection } from '@/lib/queries/sections';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('sections');
  return { title: t('monitoring') };
}

export default async function MonitoringPage(props: FunctionPageProps) {
  const { place, functionName, qualifier, mayChange } = await openFunctionPage(props);
  const [section, found] = await Promise.all([
    getSection(place, functionName, 'monitoring', qualifier),
    getFunction(place, functionName, qualifier),
  ]);
  if (!section.ok) return <QualifierFailure qualifier={qualifier} error={section.error} />;

  const [t, names, shared] = await Promise.all([
    getTranslator('operations'),
    getTranslator('sections'),
    getTranslator('configuration'),
  ]);
  const { values } = section.data;
  const isJson = values.logFormat === 'JSON';
  const layer = found.ok
    ? found.data.layerArns.find((arn) => arn.includes(':layer:LambdaInsights'))
    : undefined;
  return (
    <DetailsSection
      title={names('monitoring')}
      {...(qualifier === undefined && {
        editHref: routes.editConfiguration(place, functionName, 'monitoring'),
        editDisabledReason: mayChange ? undefined : shared('roleNeeded'),
      })}
      items={[
        { label: t('monitoring.logFormat'), value: values.logFormat },
        { label: t('monitoring.applicationLevel'), value: isJson && values.applicationLevel },
        { label: t('monitoring.systemLevel'), value: isJson && values.systemLevel },
        {
          label: t('monitoring.logGroup'),
          value: <CodeText text={values.logGroup} copyLabel={t('monitoring.logGroup')} />,
        },
        {
          label: t('monitoring.tracing'),
          value: t(values.tracing === 'on' ? 'monitoring.active' : 'monitoring.passThrough'),
        },
        {
          label: t('monitoring.insights'),
          wide: true,
          value: layer
            ? t('monitoring.insightsOn', { layer: layer.split(':layer:')[1] ?? layer })
            : t('monitoring.insightsOff'),
          hint: !layer && t('monitoring.insightsHint'),
        },
      ]}
    />
  );
}
