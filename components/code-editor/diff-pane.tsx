'use client';

import clsx from 'clsx';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { CodeDiff } from '@/components/patterns/editor/code-diff';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { isFolderMark, type ChangeLetter } from '@/lib/domain/package-tree';
import { bytesOf, type PackageFile } from '@/lib/domain/working-copy';
import { formatBytes } from '@/lib/shared/bytes';
import type { EditorState } from './editor-state';

const letterClass: Record<ChangeLetter, string> = {
  A: 'text-success-text',
  M: 'text-warning-text',
  D: 'text-danger-text',
};

/** What a deploy would change, file by file, against what is deployed now. */
export function DiffPane(props: {
  state: EditorState;
  changes: ReadonlyMap<string, ChangeLetter>;
  onClose: () => void;
  /** Absent while nothing may be changed. */
  onDiscard?: (() => void) | undefined;
}) {
  const { state, changes } = props;
  const t = useTranslations('code');
  const paths = [...changes.keys()];
  const [chosen, setChosen] = useState<string>();
  const path = chosen !== undefined && changes.has(chosen) ? chosen : paths[0];
  return (
    <section aria-label={t('diff.title')} className="flex h-full min-h-0 flex-col">
      <div className="flex min-h-32 items-center gap-12 border-b border-edge bg-surface pr-4 pl-12">
        <h3 className="min-w-0 flex-1 truncate text-14">{t('diff.title')}</h3>
        {props.onDiscard && (
          <Button size="small" variant="link" onClick={props.onDiscard}>
            {t('discard')}
          </Button>
        )}
        <IconButton size="small" label={t('diff.close')} onClick={props.onClose}>
          <X aria-hidden size={16} strokeWidth={1.75} />
        </IconButton>
      </div>
      <ul
        aria-label={t('diff.files')}
        className="flex shrink-0 flex-wrap gap-4 border-b border-edge bg-sunken p-8"
      >
        {paths.map((changed) => {
          const letter = changes.get(changed) ?? 'M';
          return (
            <li key={changed}>
              <button
                type="button"
                aria-pressed={changed === path}
                onClick={() => setChosen(changed)}
                className={clsx(
                  'flex min-h-target items-center gap-8 rounded-4 border px-8 text-12',
                  changed === path
                    ? 'border-accent-edge bg-accent-ground'
                    : 'border-edge-strong bg-surface hover:bg-hover',
                )}
              >
                <span className="font-mono">{changed}</span>
                <span className={clsx('font-mono font-medium', letterClass[letter])}>
                  <span aria-hidden>{letter}</span>
                  <span className="sr-only">{t(`explorer.change.${letter}`)}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <div className="min-h-0 flex-1">
        {path !== undefined && (
          <FileDiff path={path} before={state.base.get(path)} after={state.files.get(path)} />
        )}
      </div>
    </section>
  );
}

function FileDiff(props: { path: string; before: PackageFile | undefined; after: PackageFile | undefined }) {
  const { path, before, after } = props;
  const t = useTranslations('code.diff');
  const textOf = (file: PackageFile | undefined) => (file ? file.content : '');
  const [original, modified] = [textOf(before), textOf(after)];
  if (isFolderMark(path)) return <Words>{t('folder')}</Words>;
  if (typeof original !== 'string' || typeof modified !== 'string') {
    const size = (file: PackageFile | undefined) => (file ? formatBytes(bytesOf([file])) : '–');
    return <Words>{t('binary', { before: size(before), after: size(after) })}</Words>;
  }
  if (before && after && original === modified) {
    const mode = (file: PackageFile) => (file.mode & 0o7777).toString(8);
    return <Words>{t('mode', { before: mode(before), after: mode(after) })}</Words>;
  }
  return (
    <CodeDiff
      path={path}
      original={original}
      modified={modified}
      originalLabel={`${t('deployed')}, ${path}`}
      modifiedLabel={`${t('mine')}, ${path}`}
      texts={{ loading: t('loading'), failed: t('failed') }}
    />
  );
}

function Words({ children }: { children: string }) {
  return <p className="h-full bg-code-ground p-16 text-muted">{children}</p>;
}
