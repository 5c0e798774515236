import { redirect } from 'next/navigation';
import { routes } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
}

/** The tab opens on its first section. */
export default async function ConfigurationPage({ params }: Props) {
  const { connection, region, functionName } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  redirect(routes.configuration(place, decodeURIComponent(functionName), 'general'));
}
