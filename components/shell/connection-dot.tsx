import type { ConnectionTone } from '@/lib/domain/connection';

const tones: Record<ConnectionTone, string> = {
  local: 'bg-connection-local',
  shared: 'bg-connection-shared',
  production: 'bg-connection-production',
};

/** The square that says which kind of connection this is; the name beside it says which one. */
export function ConnectionDot({ tone }: { tone: ConnectionTone }) {
  return <span aria-hidden className={`size-8 shrink-0 ${tones[tone]}`} />;
}
