'use client';

import { Lock, LockOpen, Search } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { TextInput } from '@/components/ui/text-input';
import { VerbText } from '../../rest/verb-text';

export interface RouteRow {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** What the integration calls; undefined where there is none. */
  readonly target: string | undefined;
  readonly targetHref: string | undefined;
  /** AWS's word. */
  readonly authorizationType: string;
  readonly href: string;
}

/** More rows than this make a page slow; a search finds the others. */
const shownMax = 200;

/** The routes of an API with a search over them; the chosen one is marked. */
export function RouteList(props: { rows: readonly RouteRow[]; currentId: string | undefined }) {
  const t = useTranslations('httpApis');
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const found = props.rows.filter(({ method, path, target = '' }) =>
    `${method} ${path} ${target}`.toLowerCase().includes(wanted),
  );
  return (
    <div className="flex flex-col gap-12">
      <label className="relative block max-w-menu">
        <Search
          aria-hidden
          size={16}
          strokeWidth={1.75}
          className="pointer-events-none absolute top-1/2 left-8 -translate-y-1/2 text-muted"
        />
        <TextInput
          aria-label={t('findRoute')}
          placeholder={t('findRoute')}
          className="pl-32"
          data-shortcut="filter"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <Table caption={t('routes')}>
        <thead>
          <tr>
            <HeaderCell>{t('method')}</HeaderCell>
            <HeaderCell>{t('path')}</HeaderCell>
            <HeaderCell>{t('integration')}</HeaderCell>
            <HeaderCell>{t('auth')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {found.slice(0, shownMax).map((row) => (
            <RouteLine key={row.id} row={row} isCurrent={row.id === props.currentId} />
          ))}
        </tbody>
      </Table>
      {found.length === 0 && <p className="py-16 text-center text-muted">{t('noRouteMatches')}</p>}
      {found.length > shownMax && (
        <p className="text-12 text-muted">{t('more', { count: found.length - shownMax })}</p>
      )}
    </div>
  );
}

function RouteLine({ row, isCurrent }: { row: RouteRow; isCurrent: boolean }) {
  const t = useTranslations('httpApis');
  const key = `authorization.${row.authorizationType}` as 'authorization.NONE';
  const LockIcon = row.authorizationType === 'NONE' ? LockOpen : Lock;
  return (
    <Row isCurrent={isCurrent} id={row.id}>
      <Cell>
        <VerbText verb={row.method} />
      </Cell>
      <Cell header>
        <Link
          href={row.href}
          scroll={false}
          aria-current={isCurrent ? 'true' : undefined}
          className="font-mono text-13 whitespace-nowrap hover:underline"
        >
          {row.path}
        </Link>
      </Cell>
      <Cell>
        {row.target === undefined || row.targetHref === undefined ? (
          <span className="text-muted">{t('noIntegration')}</span>
        ) : (
          <Link href={row.targetHref} className="wrap-anywhere text-accent-text hover:underline">
            {row.target}
          </Link>
        )}
      </Cell>
      <Cell muted={row.authorizationType === 'NONE'}>
        <span className="inline-flex items-center gap-4 whitespace-nowrap">
          <LockIcon aria-hidden size={14} strokeWidth={1.75} />
          {t.has(key) ? t(key) : row.authorizationType}
        </span>
      </Cell>
    </Row>
  );
}
