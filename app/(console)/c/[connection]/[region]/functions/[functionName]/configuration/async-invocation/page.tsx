import type { Metadata } from 'next';
import { RemoveAsyncButton } from '@/components/configuration/async-invocation/remove-async-button';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { DetailsSection } from '@/components/patterns/details-section';
import { Failure } from '@/components/patterns/failure';
import { Card } from '@/components/ui/card';
import { CodeText } from '@/components/ui/code-text';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import { getAsyncInvocation } from '@/lib/queries/invokers';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { routes, withQuery } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('configuration');
  return { title: t('async-invocation.title') };
}

export default async function AsyncInvocationPage(props: FunctionPageProps) {
  const { place, functionName, qualifier, mayChange } = await openFunctionPage(props);
  const [found, configured] = await Promise.all([
    getFunction(place, functionName, qualifier),
    getAsyncInvocation(place, functionName, qualifier),
  ]);
  if (!found.ok) return <QualifierFailure qualifier={qualifier} error={found.error} />;

  const { name } = found.data;
  const [t, s] = await Promise.all([getTranslator('configuration'), getTranslator('arnSettings')]);
  if (!configured.ok) {
    return (
      <Card title={t('async-invocation.title')}>
        <Failure error={configured.error} compact />
      </Card>
    );
  }
  const refusedReason = mayChange ? undefined : t('roleNeeded');
  const { values, isConfigured } = configured.data;
  const hint = !isConfigured && t('async-invocation.defaults');
  const arn = (text: string) =>
    text && <CodeText text={text} cut="start" copyLabel={t('async-invocation.copyArn')} />;
  const dlq = found.data.deadLetterArn;
  return (
    <>
      <DetailsSection
        title={t('async-invocation.title')}
        editHref={withQuery(routes.editConfiguration(place, name, 'async-invocation'), { qualifier })}
        editDisabledReason={refusedReason}
        acts={
          isConfigured && (
            <RemoveAsyncButton
              place={place}
              functionName={name}
              qualifier={qualifier}
              refusedReason={refusedReason}
            />
          )
        }
        items={[
          {
            label: t('async-invocation.field.maxAgeSeconds'),
            value: t('async-invocation.age', {
              hours: Math.floor(values.maxAgeSeconds / 3_600),
              minutes: Math.floor((values.maxAgeSeconds % 3_600) / 60),
              seconds: values.maxAgeSeconds % 60,
            }),
            hint,
          },
          { label: t('async-invocation.field.retries'), value: String(values.retries), hint },
          { label: t('async-invocation.field.onSuccess'), value: arn(values.onSuccess), wide: true },
          { label: t('async-invocation.field.onFailure'), value: arn(values.onFailure), wide: true },
        ]}
      />
      <DetailsSection
        title={s('dead-letter.title')}
        {...(qualifier === undefined && {
          editHref: routes.deadLetter(place, name),
          editDisabledReason: refusedReason,
        })}
        items={[{ label: s('dead-letter.label'), value: arn(dlq ?? ''), wide: true }]}
      />
    </>
  );
}
