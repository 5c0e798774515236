'use client';

import { useTranslations } from 'use-intl/react';
import { LogText } from '@/components/patterns/log-text';
import { Chip } from '@/components/ui/chip';
import { CopyButton } from '@/components/ui/copy-button';
import { TextLink } from '@/components/ui/text-link';

/** Lambda hands back this much of a log at most, in bytes. */
const tailBytesMax = 4_096;

/** The end of the log that Lambda handed back, line by line. */
export function LogOutput({ log, wholeHref }: { log: string; wholeHref: string }) {
  const t = useTranslations('test');
  const lines = log.split('\n').filter((line, index, all) => line !== '' || index < all.length - 1);
  const isCut = new TextEncoder().encode(log).length >= tailBytesMax;
  return (
    <section aria-label={t('logOutput')} className="flex flex-col gap-8">
      <div className="flex flex-wrap items-center gap-8">
        <h3 className="text-14">{t('logOutput')}</h3>
        {lines.length > 0 && (
          <Chip tooltip={isCut ? t('logCutHint') : undefined}>
            {t(isCut ? 'logCut' : 'logComplete', { count: lines.length })}
          </Chip>
        )}
        <span className="ml-auto flex items-center gap-12 text-12">
          <TextLink href={wholeHref}>{t('openLogs')}</TextLink>
          {lines.length > 0 && <CopyButton text={log} label={t('copyLog')} />}
        </span>
      </div>
      {lines.length === 0 ? (
        <p className="text-12 text-muted">{t('noLog')}</p>
      ) : (
        <pre
          tabIndex={0}
          aria-label={t('logOutput')}
          className="overflow-x-auto rounded-8 border border-edge-strong bg-code-ground p-12 text-13 wrap-anywhere whitespace-pre-wrap text-code-text"
        >
          {lines.map((line, index) => (
            <span key={index} className="block">
              <LogText text={line} />
            </span>
          ))}
        </pre>
      )}
    </section>
  );
}
