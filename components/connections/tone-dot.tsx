import type { ConnectionTone } from '@/lib/domain/connection';

const looks: Record<ConnectionTone, string> = {
  local: 'bg-connection-local',
  shared: 'bg-connection-shared',
  production: 'bg-connection-production',
};

/** The square of a connection's chip. The word stands beside it. */
export function ToneDot({ tone }: { tone: ConnectionTone }) {
  return <span aria-hidden className={`rounded-2 inline-block size-8 shrink-0 ${looks[tone]}`} />;
}
