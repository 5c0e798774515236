import type { Metadata } from 'next';
import { QualifierFailure } from '@/components/function-page/qualifier-failure';
import { TestBench } from '@/components/test/test-bench';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import { readQualifier } from '@/lib/domain/qualifier';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import { listTestEvents } from '@/lib/queries/test-events';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
  readonly searchParams: Promise<{ qualifier?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('test');
  return { title: t('test') };
}

export default async function TestPage({ params, searchParams }: Props) {
  const { connection, region, functionName } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const user = await requirePageUser();
  const qualifier = readQualifier((await searchParams).qualifier);
  const found = await getFunction(place, decodeURIComponent(functionName), qualifier);
  if (!found.ok) return <QualifierFailure qualifier={qualifier} error={found.error} />;

  const { name, timeoutSeconds } = found.data;
  const [events, t] = await Promise.all([listTestEvents(place, name), getTranslator('test')]);
  return (
    <TestBench
      key={`${name}:${qualifier}`}
      place={place}
      functionName={name}
      qualifier={qualifier}
      timeoutSeconds={timeoutSeconds}
      events={events}
      owner={user.id}
      refusedReason={roleIncludes(user.role, 'developer') ? undefined : t('roleNeeded')}
    />
  );
}
