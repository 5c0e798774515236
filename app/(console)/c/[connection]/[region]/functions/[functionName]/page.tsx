import { redirect } from 'next/navigation';
import { routes } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
}

/** The address of a function opens on its code, as in AWS's console. */
export default async function FunctionIndexPage({ params }: Props) {
  const { connection, region, functionName } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  redirect(routes.functionTab(place, decodeURIComponent(functionName), 'code'));
}
