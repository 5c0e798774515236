'use client';

import clsx from 'clsx';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { nameOf, type ChangeLetter } from '@/lib/domain/package-tree';
import { FileIcon } from './file-icon';

/** Open files side by side; the dot says that a file differs from what is deployed. */
export function EditorTabs(props: {
  paths: readonly string[];
  activePath: string | undefined;
  changes: ReadonlyMap<string, ChangeLetter>;
  onOpen: (path: string) => void;
  onClose: (path: string) => void;
}) {
  const t = useTranslations('code');
  const names = props.paths.map(nameOf);
  return (
    <ul aria-label={t('tabs')} className="flex min-h-32 overflow-x-auto border-b border-edge bg-surface">
      {props.paths.map((path) => {
        const isActive = path === props.activePath;
        const name = nameOf(path);
        // Two files of one name are told apart by their folders.
        const label = names.filter((other) => other === name).length > 1 ? path : name;
        return (
          <li
            key={path}
            className={clsx(
              'flex shrink-0 items-center gap-4 border-r border-edge pr-4',
              isActive ? 'bg-code-ground text-text' : 'text-muted hover:text-text',
            )}
          >
            <button
              type="button"
              aria-current={isActive ? 'true' : undefined}
              data-focus="inset"
              data-tooltip={path === label ? undefined : path}
              onClick={() => props.onOpen(path)}
              className="flex min-h-32 items-center gap-8 pl-12"
            >
              <FileIcon path={path} />
              {label}
              {props.changes.has(path) && (
                <span role="img" aria-label={t('changed')} className="size-8 rounded-full bg-warning-solid" />
              )}
            </button>
            <button
              type="button"
              aria-label={t('closeFile', { name: label })}
              onClick={() => props.onClose(path)}
              className="grid size-24 place-items-center rounded-4 hover:bg-hover"
            >
              <X aria-hidden size={14} strokeWidth={1.75} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
