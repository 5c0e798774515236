import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { PlaceMemory } from '@/components/shell/place-memory';
import { getShell } from '@/lib/queries/shell';

export default async function PlaceLayout(props: {
  params: Promise<{ connection: string; region: string }>;
  children: ReactNode;
}) {
  const params = await props.params;
  const place = {
    connectionId: decodeURIComponent(params.connection),
    region: decodeURIComponent(params.region),
  };
  const shell = await getShell(place.connectionId);
  const connection = shell.connections.find(({ id }) => id === place.connectionId);
  // Any Region name is allowed by its form: an endpoint may know some that AWS does not have.
  if (!connection || !/^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/.test(place.region)) notFound();
  return (
    <>
      <PlaceMemory place={place} accountId={connection.accountId} />
      {props.children}
    </>
  );
}
