'use client';

import { LogOut, Settings } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { Menu } from '@/components/ui/menu';
import type { Shell } from '@/lib/queries/shell';
import { routes } from '@/lib/routes';

/** Who is signed in, and the way out. */
export function AccountMenu(props: { user: Shell['user']; onSignOut?: () => Promise<unknown> }) {
  const t = useTranslations('shell.topBar');
  const { user, onSignOut } = props;
  const items = [
    {
      id: 'settings',
      label: t('settings'),
      href: routes.settings(),
      icon: <Settings aria-hidden size={16} strokeWidth={1.75} />,
    },
    ...(onSignOut
      ? [
          {
            id: 'sign-out',
            label: t('signOut'),
            onSelect: () => void onSignOut(),
            icon: <LogOut aria-hidden size={16} strokeWidth={1.75} />,
          },
        ]
      : []),
  ];
  return (
    <Menu
      label={t('account', { name: user.name })}
      groups={[{ id: 'account', label: `${user.name} · ${t(`role.${user.role}`)}`, items }]}
      variant="quiet"
      iconOnly
    >
      {/* Drawn by the style: the letters are no words that the name would have to hold. */}
      <span
        aria-hidden
        data-initials={user.name.slice(0, 2).toUpperCase()}
        className="grid size-24 place-items-center rounded-full border border-accent-edge bg-accent-ground text-12 font-semibold text-accent-text initials"
      />
    </Menu>
  );
}
