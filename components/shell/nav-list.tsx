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
  const t = useTranslations('shell.navigation');
  const isFolded = props.isFolded ?? false;
  const ours = navItems.filter((item) => item.isOurs);
  const lambda = navItems.filter((item) => !item.isOurs && item.group === undefined);
  const apiGateway = navItems.filter((item) => item.group === 'apiGateway');
  const list = (items: readonly NavItem[], more: { className?: string; label?: string }) => (
    <ul aria-label={more.label} className={`flex flex-col gap-2 ${more.className ?? ''}`}>
      {items.map((item) => (
        <Entry key={item.id} item={item} place={place} isFolded={isFolded} />
      ))}
    </ul>
  );
  return (
    <>
      {list(lambda, {})}
      {isFolded ? (
        <div className="mx-8 my-4 border-t border-edge" />
      ) : (
        <p aria-hidden className="px-8 pt-16 pb-4 text-12 font-medium text-muted">
          {t('apiGateway')}
        </p>
      )}
      {list(apiGateway, { label: t('apiGateway') })}
      {list(ours, { className: 'mt-auto' })}
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
