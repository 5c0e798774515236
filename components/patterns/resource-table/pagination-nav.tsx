'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';

type PageLink = { readonly page: number; readonly href: string } | 'gap';

const cell =
  'grid h-control-small min-w-target place-items-center rounded-6 px-4 text-14 font-medium tabular-nums';

/** The drawn part of Pagination, which computes the links. */
export function PaginationNav(props: {
  page: number;
  first: number;
  last: number;
  matchCount: number;
  links: readonly PageLink[];
  previousHref?: string;
  nextHref?: string;
}) {
  const t = useTranslations('ui.table');
  return (
    <nav aria-label={t('pages')} className="flex items-center gap-4">
      <span className="pr-8 text-12 text-muted tabular-nums">
        {t('range', { first: props.first, last: props.last, count: props.matchCount })}
      </span>
      {props.links.length > 0 && (
        <Arrow href={props.previousHref} label={t('previousPage')}>
          <ChevronLeft aria-hidden size={16} strokeWidth={1.75} />
        </Arrow>
      )}
      {props.links.map((link, index) =>
        link === 'gap' ? (
          <span key={`gap-${index}`} aria-hidden className="text-muted max-tablet:hidden">
            …
          </span>
        ) : (
          <Link
            key={link.page}
            href={link.href}
            aria-label={t('page', { page: link.page })}
            aria-current={link.page === props.page ? 'page' : undefined}
            className={`${cell} ${link.page === props.page ? 'border border-accent-edge bg-accent-ground text-accent-text' : 'hover:bg-hover max-tablet:hidden'}`}
          >
            {link.page}
          </Link>
        ),
      )}
      {props.links.length > 0 && (
        <Arrow href={props.nextHref} label={t('nextPage')}>
          <ChevronRight aria-hidden size={16} strokeWidth={1.75} />
        </Arrow>
      )}
    </nav>
  );
}

function Arrow({ href, label, children }: { href?: string; label: string; children: ReactNode }) {
  if (!href) {
    return (
      <span role="link" aria-label={label} aria-disabled className={`${cell} text-text-disabled`}>
        {children}
      </span>
    );
  }
  return (
    <Link href={href} aria-label={label} data-tooltip={label} className={`${cell} hover:bg-hover`}>
      {children}
    </Link>
  );
}
