'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { CopyButton } from '@/components/ui/copy-button';
import { Switch } from '@/components/ui/switch';
import { TextLink } from '@/components/ui/text-link';
import type { LogLine } from '@/lib/domain/logs';
import { LogLineRow } from './log-line';
import { useReaderZone } from './reader-zone';

/** A page of log lines, oldest first, with a switch for wrapping. */
export function LogLines(props: {
  label: string;
  lines: readonly LogLine[];
  /** Links of the streams the lines come from, where they come from several. */
  streamHrefs?: Readonly<Record<string, string>>;
}) {
  const t = useTranslations('monitor');
  const zone = useReaderZone();
  const [isWrapped, setIsWrapped] = useState(true);
  const { lines, streamHrefs } = props;
  return (
    <>
      <div className="flex min-h-40 flex-wrap items-center gap-x-16 gap-y-4 border-b border-edge px-16">
        <span className="text-12 text-muted tabular-nums">
          {t('lineCount', { count: lines.length })} · {zone}
        </span>
        <span className="ml-auto flex items-center gap-16">
          <Switch
            label={t('wrap')}
            checked={isWrapped}
            onChange={(event) => setIsWrapped(event.target.checked)}
          />
          <CopyButton
            text={lines.map(({ text }) => text.replace(/\n$/, '')).join('\n')}
            label={t('copyLines')}
          />
        </span>
      </div>
      <div
        role="region"
        tabIndex={0}
        aria-label={t('linesOf', { what: props.label })}
        className="overflow-x-auto rounded-b-8 bg-code-ground py-8 font-mono text-13 text-code-text"
      >
        {lines.map((line, index) => (
          <div key={line.id}>
            {streamHrefs && line.stream !== lines[index - 1]?.stream && (
              <p className="px-12 pt-8 pb-2 font-sans text-12 text-muted">
                <TextLink href={streamHrefs[line.stream] ?? ''}>{line.stream}</TextLink>
              </p>
            )}
            <LogLineRow line={line} zone={zone} isWrapped={isWrapped} />
          </div>
        ))}
      </div>
    </>
  );
}
