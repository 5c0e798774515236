'use client';

import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { CodeText } from '@/components/ui/code-text';
import { Note } from '@/components/ui/note';
import { isCompiledRuntime } from '@/lib/domain/edit-limits';
import { formatBytes } from '@/lib/shared/bytes';
import type { EditorState } from './editor-state';

/** The bars above the editor: why it is read only and how to go on, and code that changed elsewhere. */
export function EditorNotices(props: {
  state: EditorState;
  runtime: string | undefined;
  downloadHref: string;
  onCompare: () => void;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}) {
  const { state } = props;
  const t = useTranslations('code');
  const { readOnly, imageUri } = state.code;
  return (
    <>
      {state.hasConflict && (
        <div role="alert" className="border-b border-edge p-8">
          <Note
            tone="warning"
            title={t('conflict.title')}
            act={
              <span className="flex flex-wrap gap-8">
                <Button size="small" onClick={props.onCompare}>
                  {t('conflict.compare')}
                </Button>
                <Button size="small" onClick={props.onKeepMine}>
                  {t('conflict.keepMine')}
                </Button>
                <Button size="small" onClick={props.onTakeTheirs}>
                  {t('conflict.takeTheirs')}
                </Button>
              </span>
            }
          >
            {t('conflict.text')}
          </Note>
        </div>
      )}
      {readOnly && (
        <div className="border-b border-edge p-8">
          <Note
            tone="info"
            title={t('readOnly.title')}
            act={
              readOnly !== 'image' && (
                // Not a page: the browser saves what this address answers.
                <a href={props.downloadHref} className="font-medium text-link hover:underline">
                  {t('download')}
                </a>
              )
            }
          >
            <ReadOnlyWords state={state} />
            {imageUri && (
              <span className="mt-4 block">
                {t('readOnly.image_uri')} <CodeText text={imageUri} copyLabel={t('readOnly.image_uri')} />
              </span>
            )}
          </Note>
        </div>
      )}
      {!readOnly && isCompiledRuntime(props.runtime) && (
        <div className="border-b border-edge p-8">
          <Note tone="info">{t('readOnly.compiled')}</Note>
        </div>
      )}
    </>
  );
}

function ReadOnlyWords({ state }: { state: EditorState }) {
  const t = useTranslations('code.readOnly');
  const { readOnly, zipBytes, unpackedBytes, entries, entriesTotal } = state.code;
  if (!readOnly) return null;
  const size = formatBytes(readOnly === 'unpacked-too-large' ? unpackedBytes : zipBytes);
  return (
    <>
      {t(readOnly, { size, count: entriesTotal })}
      {entriesTotal > entries.length && <> {t('cut', { shown: entries.length, total: entriesTotal })}</>}
    </>
  );
}
