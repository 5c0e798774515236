import { Status, type StatusLook } from '@/components/ui/status';
import { localTargets, type VpcLink } from '@/lib/domain/vpc-link';
import type { getTranslator } from '@/lib/i18n/server';

type Translator = Awaited<ReturnType<typeof getTranslator<'vpcLinks'>>>;

const looks: Readonly<Record<string, StatusLook>> = {
  AVAILABLE: 'success',
  PENDING: 'progress',
  DELETING: 'progress',
  FAILED: 'danger',
  INACTIVE: 'paused',
};

export function LinkStatus({ link, t }: { link: VpcLink; t: Translator }) {
  const key = `statuses.${link.status as 'AVAILABLE'}` as const;
  return (
    <Status look={looks[link.status] ?? 'unknown'} tooltip={link.statusMessage || undefined}>
      {t.has(key) ? t(key) : link.status}
    </Status>
  );
}

/** Where a link leads, in a line: the local target before what AWS would reach. */
export function leadsTo(link: VpcLink, t: Translator): string {
  const local = localTargets(link).map(({ address }) => address);
  if (local.length > 0) return local.join(', ');
  if (link.version === 'V1')
    return link.targets.map((arn) => arn.split('/').slice(1, 3).join('/')).join(', ');
  return t('subnetCount', { count: link.subnets.length });
}

/** The local targets of a link with what they are for; undefined when no tag names one. */
export function localTargetText(link: VpcLink, t: Translator): string | undefined {
  const targets = localTargets(link);
  if (targets.length === 0) return undefined;
  return targets
    .map(({ address, listener }) => (listener === '' ? address : t('localTargetOf', { address, listener })))
    .join(' · ');
}
