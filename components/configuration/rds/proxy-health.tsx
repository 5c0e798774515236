import { Status } from '@/components/ui/status';
import { getTranslator } from '@/lib/i18n/server';
import type { ProxyTarget } from '@/lib/queries/database-proxies';

const looks = { AVAILABLE: 'success', UNAVAILABLE: 'danger', REGISTERING: 'progress' } as const;

/** The databases of a proxy, each with its health and, where that is bad, why. */
export async function ProxyHealth({ targets }: { targets: readonly ProxyTarget[] }) {
  const t = await getTranslator('databases');
  if (targets.length === 0) return <span className="text-muted">{t('noTarget')}</span>;
  return targets.map(({ name, state, reason }) => (
    <span key={name} className="block">
      {name && <span className="block">{name}</span>}
      <Status look={state in looks ? looks[state as keyof typeof looks] : 'unknown'}>
        {state || t('unknownHealth')}
      </Status>
      {reason && <span className="block text-12 wrap-anywhere text-muted">{reason}</span>}
    </span>
  ));
}
