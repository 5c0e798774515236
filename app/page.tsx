import { redirect } from 'next/navigation';
import { requirePageUser } from '@/lib/auth/guard';
import { getHomePlace } from '@/lib/queries/shell';
import { routes } from '@/lib/routes';

/** The console opens on the functions of its first connection. */
export default async function HomePage() {
  await requirePageUser();
  redirect(routes.functions(await getHomePlace()));
}
