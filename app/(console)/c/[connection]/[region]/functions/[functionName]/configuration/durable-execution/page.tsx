import type { Metadata } from 'next';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { DetailsSection } from '@/components/patterns/details-section';
import { CodeText } from '@/components/ui/code-text';
import { getTranslator } from '@/lib/i18n/server';
import type { FunctionPageProps } from '@/lib/queries/open-function-page';
import { openSection } from '@/lib/queries/open-section';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('sections');
  return { title: t('durable-execution') };
}

export default async function DurableExecutionPage(props: FunctionPageProps) {
  const [{ qualifier, found, edit }, t, names] = await Promise.all([
    openSection(props, 'durable-execution'),
    getTranslator('durable'),
    getTranslator('sections'),
  ]);
  if (!found.ok) return <QualifierFailure qualifier={qualifier} error={found.error} />;

  const { executionTimeout, retentionDays, durableKey } = found.data.values;
  const title = names('durable-execution');
  if (executionTimeout === '')
    return (
      <DetailsSection title={title} items={[{ label: t('enabled'), value: t('off'), hint: t('offHint') }]} />
    );
  return (
    <DetailsSection
      title={title}
      {...edit}
      items={[
        { label: t('enabled'), value: t('on'), hint: t('onHint') },
        { label: t('timeout'), value: t('secondsOf', { count: Number(executionTimeout) }) },
        {
          label: t('retention'),
          value: retentionDays && t('daysOf', { count: Number(retentionDays) }),
        },
        {
          label: t('key'),
          value: durableKey ? <CodeText text={durableKey} copyLabel={t('key')} /> : t('awsKey'),
          wide: true,
        },
      ]}
    />
  );
}
