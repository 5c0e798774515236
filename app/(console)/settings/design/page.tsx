import { notFound } from 'next/navigation';
import { DesignPage } from '@/components/settings/design/design-page';
import { getConfig } from '@/lib/config';

export const metadata = { title: 'Design' };

/** Parts of the console in all their states; exists in development only. */
export default function Design() {
  if (!getConfig().isDevelopment) notFound();
  return <DesignPage now={Date.now()} />;
}
