import { redirect } from 'next/navigation';
import { readQualifier } from '@/lib/domain/qualifier';
import { routes, withQuery } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
  readonly searchParams: Promise<{ qualifier?: string | string[] }>;
}

/** The tab opens on its first section. */
export default async function ConfigurationPage({ params, searchParams }: Props) {
  const { connection, region, functionName } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const qualifier = readQualifier((await searchParams).qualifier);
  redirect(
    withQuery(routes.configuration(place, decodeURIComponent(functionName), 'general'), { qualifier }),
  );
}
