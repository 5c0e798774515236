'use client';

import { Pencil } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl/react';
import { buttonClass } from '@/components/ui/button-style';

/** Names of the environment variables beside the code; their values stay on the server. */
export function VariablesPanel(props: { names: readonly string[]; configurationHref: string }) {
  const t = useTranslations('code.variables');
  return (
    <aside aria-label={t('title')} className="flex min-h-0 flex-col bg-sunken">
      <div className="flex min-h-32 items-center gap-8 border-b border-edge pr-4 pl-12">
        <h3 className="min-w-0 flex-1 truncate text-12 font-medium text-muted">{t('title')}</h3>
        <Link
          href={props.configurationHref}
          aria-label={t('edit')}
          data-tooltip={t('edit')}
          className={buttonClass({ variant: 'quiet', size: 'small', iconOnly: true })}
        >
          <Pencil aria-hidden size={16} strokeWidth={1.75} />
        </Link>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {props.names.length > 0 && (
          <ul className="divide-y divide-edge">
            {props.names.map((name) => (
              <li key={name} className="px-12 py-8 font-mono text-12 wrap-anywhere">
                {name}
              </li>
            ))}
          </ul>
        )}
        <p className="p-12 text-12 text-muted">{props.names.length > 0 ? t('hint') : t('empty')}</p>
      </div>
    </aside>
  );
}
