import type { Metadata } from 'next';
import { getTranslator } from '@/lib/i18n/server';
import type { ApiPageProps } from '@/lib/queries/open-api-page';
import { RunnerPage } from '../../runner-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('apis');
  return { title: t('pages.requests') };
}

export default function RequestsPage(props: ApiPageProps) {
  return <RunnerPage {...props} protocol="REST" />;
}
