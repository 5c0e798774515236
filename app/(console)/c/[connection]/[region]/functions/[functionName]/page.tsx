import { redirect } from 'next/navigation';
import { readQualifier } from '@/lib/domain/qualifier';
import { routes, withQuery } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
  readonly searchParams: Promise<{ qualifier?: string | string[] }>;
}

/** The address of a function opens on its code, as in AWS's console. */
export default async function FunctionIndexPage({ params, searchParams }: Props) {
  const { connection, region, functionName } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const qualifier = readQualifier((await searchParams).qualifier);
  redirect(withQuery(routes.functionTab(place, decodeURIComponent(functionName), 'code'), { qualifier }));
}
