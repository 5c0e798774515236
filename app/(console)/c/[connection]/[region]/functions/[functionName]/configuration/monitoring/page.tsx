import type { Metadata } from 'next';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { DetailsSection } from '@/components/patterns/details-section';
import { CodeText } from '@/components/ui/code-text';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import type { FunctionPageProps } from '@/lib/queries/open-function-page';
import { openSection } from '@/lib/queries/open-section';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('sections');
  return { title: t('monitoring') };
}

export default async function MonitoringPage(props: FunctionPageProps) {
  const [{ place, functionName, qualifier, found, edit }, t, names] = await Promise.all([
    openSection(props, 'monitoring'),
    getTranslator('operations'),
    getTranslator('sections'),
  ]);
  if (!found.ok) return <QualifierFailure qualifier={qualifier} error={found.error} />;

  const { values } = found.data;
  const facts = await getFunction(place, functionName, qualifier);
  const isJson = values.logFormat === 'JSON';
  const layer = facts.ok
    ? facts.data.layerArns.find((arn) => arn.includes(':layer:LambdaInsights'))
    : undefined;
  return (
    <DetailsSection
      title={names('monitoring')}
      {...edit}
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
