import type { Metadata } from 'next';
import { RemoveAsyncButton } from '@/components/configuration/async-invocation/remove-async-button';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { DetailsSection } from '@/components/patterns/details-section';
import { Failure } from '@/components/patterns/failure';
import { Card } from '@/components/ui/card';
import { CodeText } from '@/components/ui/code-text';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import { readQualifier } from '@/lib/domain/qualifier';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import { getAsyncInvocation } from '@/lib/queries/invokers';
import { routes, withQuery } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
  readonly searchParams: Promise<{ qualifier?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('configuration');
  return { title: t('async-invocation.title') };
}

export default async function AsyncInvocationPage({ params, searchParams }: Props) {
  const { connection, region, functionName } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const user = await requirePageUser();
  const qualifier = readQualifier((await searchParams).qualifier);
  const [found, configured] = await Promise.all([
    getFunction(place, decodeURIComponent(functionName), qualifier),
    getAsyncInvocation(place, decodeURIComponent(functionName), qualifier),
  ]);
  if (!found.ok) return <QualifierFailure qualifier={qualifier} error={found.error} />;

  const { name } = found.data;
  const t = await getTranslator('configuration');
  if (!configured.ok) {
    return (
      <Card title={t('async-invocation.title')}>
        <Failure error={configured.error} compact />
      </Card>
    );
  }
  const refusedReason = roleIncludes(user.role, 'developer') ? undefined : t('roleNeeded');
  const { values, isConfigured } = configured.data;
  const hint = !isConfigured && t('async-invocation.defaults');
  const arn = (text: string) =>
    text && <CodeText text={text} cut="start" copyLabel={t('async-invocation.copyArn')} />;
  return (
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
  );
}
