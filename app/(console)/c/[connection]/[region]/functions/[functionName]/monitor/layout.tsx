import type { ReactNode } from 'react';
import { MonitorViews } from '@/components/monitor/monitor-views';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
  readonly children: ReactNode;
}

/** The views of the Monitor tab above the one that is open. */
export default async function MonitorLayout({ params, children }: Props) {
  const { connection, region, functionName } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  return (
    <>
      <div className="px-inset pt-16">
        <MonitorViews place={place} functionName={decodeURIComponent(functionName)} />
      </div>
      {children}
    </>
  );
}
