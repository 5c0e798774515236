'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import { CodeEditor } from '@/components/patterns/editor/code-editor';
import { editLimits } from '@/lib/domain/edit-limits';
import { lineChanges } from '@/lib/domain/line-changes';
import { nameOf } from '@/lib/domain/package-tree';
import { bytesOf, isSymbolicLink } from '@/lib/domain/working-copy';
import type { Place } from '@/lib/routes';
import { formatBytes } from '@/lib/shared/bytes';
import type { EditorEvent, EditorState } from './editor-state';
import { RemoteFile } from './remote-file';
import { useEditorTexts } from './use-editor-texts';

/** The file in view: an editor for text, words for everything else. */
export function FileView(props: {
  state: EditorState;
  place: Place;
  name: string;
  qualifier: string | undefined;
  isReadOnly: boolean;
  dispatch: (event: EditorEvent) => void;
  onSave: () => void;
}) {
  const { state } = props;
  const t = useTranslations('code.editor');
  const texts = useEditorTexts();
  const path = state.activePath;
  const file = path === undefined ? undefined : state.files.get(path);
  const before = path === undefined ? undefined : state.base.get(path)?.content;
  const content = file?.content;
  const marks = useMemo(
    () =>
      typeof before === 'string' && typeof content === 'string' ? lineChanges(before, content) : undefined,
    [before, content],
  );

  if (path === undefined) return <Words>{t('nothing')}</Words>;
  const name = nameOf(path);
  if (!file) {
    if (state.base.has(path)) return <Words>{t('deleted', { name })}</Words>;
    const bytes = state.code.entries.find((entry) => entry.path === path)?.size ?? 0;
    return (
      <RemoteFile
        key={path}
        place={props.place}
        name={props.name}
        qualifier={props.qualifier}
        path={path}
        bytes={bytes}
      />
    );
  }
  if (typeof content !== 'string') {
    const bytes = bytesOf([file]);
    const reason = isSymbolicLink(file) ? 'link' : bytes > editLimits.textFileBytesMax ? 'large' : 'binary';
    return <Words>{t(reason, { name, size: formatBytes(bytes) })}</Words>;
  }
  return (
    <CodeEditor
      path={path}
      value={content}
      label={t('label', { path })}
      isReadOnly={props.isReadOnly}
      lineMarks={marks}
      onChange={(text) => props.dispatch({ type: 'edit', path, text })}
      onSave={props.onSave}
      texts={texts}
    />
  );
}

function Words({ children }: { children: string }) {
  return <p className="h-full bg-code-ground p-16 text-muted">{children}</p>;
}
