'use client';

import { ChevronsUpDown, Settings2 } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { Menu, type MenuGroup } from '@/components/ui/menu';
import type { Shell } from '@/lib/queries/shell';
import { type Place, routes } from '@/lib/routes';
import { ConnectionDot } from './connection-dot';
import { useAccount } from './place-accounts';
import { regionGroups } from './region-groups';
import { usePlace } from './use-place';

/** Which connection the page speaks to, and the way to another. On phones it carries the Region too. */
export function ConnectionSwitcher(props: { shell: Shell; fallback: Place; withRegions?: boolean }) {
  const t = useTranslations('shell.topBar');
  const place = usePlace(props.fallback);
  const current = props.shell.connections.find(({ id }) => id === place.connectionId);
  const accountId = useAccount(place.connectionId, current?.accountId);
  const name = current?.name ?? place.connectionId;
  const groups: MenuGroup[] = [
    {
      id: 'connections',
      label: t('connections'),
      items: props.shell.connections.map((connection) => ({
        id: connection.id,
        label: connection.name,
        meta: connection.region,
        icon: <ConnectionDot tone={connection.tone} />,
        href: routes.functions({ connectionId: connection.id, region: connection.region }),
        checked: connection.id === place.connectionId,
      })),
    },
    {
      id: 'manage',
      items: [
        {
          id: 'manage',
          label: t('manageConnections'),
          href: routes.connections(),
          icon: <Settings2 aria-hidden size={16} strokeWidth={1.75} />,
        },
      ],
    },
    ...(props.withRegions ? regionGroups(props.shell.regions, place) : []),
  ];
  return (
    <Menu
      label={t('connectionNow', { name })}
      groups={groups}
      align="start"
      variant={props.withRegions ? 'quiet' : 'normal'}
      className="min-w-0"
      namedByContent
    >
      <span className="sr-only">{t('connection')}</span>
      <ConnectionDot tone={current?.tone ?? 'shared'} />
      <span className="truncate">{name}</span>
      {props.withRegions ? (
        <span className="truncate font-regular text-muted">{place.region}</span>
      ) : (
        accountId && <code className="text-12 font-regular text-muted">{accountId}</code>
      )}
      <ChevronsUpDown aria-hidden size={14} strokeWidth={1.75} className="shrink-0" />
    </Menu>
  );
}
