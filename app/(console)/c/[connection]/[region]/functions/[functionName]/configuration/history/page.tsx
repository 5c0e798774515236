import type { Metadata } from 'next';
import { HistoryList } from '@/components/configuration/history/history-list';
import { getTranslator } from '@/lib/i18n/server';
import { getConfigurationHistory } from '@/lib/queries/configuration-history';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';

interface Props extends FunctionPageProps {
  readonly searchParams: Promise<{ qualifier?: string | string[]; page?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('history');
  return { title: t('title') };
}

export default async function HistoryPage(props: Props) {
  const [{ place, functionName, mayChange }, { page }, t, c] = await Promise.all([
    openFunctionPage(props),
    props.searchParams,
    getTranslator('history'),
    getTranslator('configuration'),
  ]);
  const words = { you: t('you'), someone: t('someone') };
  const asked = typeof page === 'string' ? page : undefined;
  return (
    <HistoryList
      place={place}
      functionName={functionName}
      history={await getConfigurationHistory(place, functionName, words, asked)}
      refusedReason={mayChange ? undefined : c('roleNeeded')}
    />
  );
}
