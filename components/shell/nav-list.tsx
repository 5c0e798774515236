'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl/react';
import type { Place } from '@/lib/routes';
import { type NavItem, navItems } from './nav-items';
import { usePlace } from './use-place';

/** The links of the navigation; folded they are icons with their names as tooltips. */
export function NavList(props: { fallback: Place; isFolded?: boolean }) {
  const place = usePlace(props.fallback);
  const ours = navItems.filter((item) => item.isOurs);
  const aws = navItems.filter((item) => !item.isOurs);
  return (
    <>
      {[aws, ours].map((items, index) => (
        <ul key={index} className={`flex flex-col gap-2 ${index === 1 ? 'mt-auto' : ''}`}>
          {items.map((item) => (
            <Entry key={item.id} item={item} place={place} isFolded={props.isFolded ?? false} />
          ))}
        </ul>
      ))}
    </>
  );
}

function Entry({ item, place, isFolded }: { item: NavItem; place: Place; isFolded: boolean }) {
  const t = useTranslations('shell.navigation');
  const pathname = usePathname();
  const href = item.href(place);
  const isCurrent = pathname === href || pathname.startsWith(`${href}/`);
  const Icon = item.icon;
  return (
    <li>
      <Link
        href={href}
        aria-current={isCurrent ? 'page' : undefined}
        aria-label={isFolded ? t(item.id) : undefined}
        data-tooltip={isFolded ? t(item.id) : undefined}
        className={`flex h-nav-item items-center gap-8 rounded-6 border px-8 ${isFolded ? 'justify-center' : ''} ${isCurrent ? 'border-edge bg-surface font-medium text-text' : 'border-transparent text-muted hover:bg-pressed hover:text-text'}`}
      >
        <Icon
          aria-hidden
          size={16}
          strokeWidth={1.75}
          className={`shrink-0 ${isCurrent ? 'text-accent' : ''}`}
        />
        {!isFolded && <span className="truncate">{t(item.id)}</span>}
      </Link>
    </li>
  );
}
