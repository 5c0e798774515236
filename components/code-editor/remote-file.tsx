'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import { CodeEditor } from '@/components/patterns/editor/code-editor';
import { editLimits } from '@/lib/domain/edit-limits';
import { nameOf } from '@/lib/domain/package-tree';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { Place } from '@/lib/routes';
import { formatBytes } from '@/lib/shared/bytes';
import { fetchFile } from './code-api';
import { useEditorTexts } from './use-editor-texts';

/** A file of a package that is too large to hold: fetched when it is looked at, read only. */
export function RemoteFile(props: {
  place: Place;
  name: string;
  qualifier: string | undefined;
  path: string;
  /** Unpacked, in bytes. */
  bytes: number;
}) {
  const { place, name, qualifier, path, bytes } = props;
  const isTooLarge = bytes > editLimits.textFileBytesMax;
  const { connectionId, region } = place;
  const t = useTranslations('code');
  const texts = useEditorTexts();
  const [text, setText] = useState<string>();
  const [error, setError] = useState<ConsoleError>();

  useEffect(() => {
    if (isTooLarge) return undefined;
    const abort = new AbortController();
    fetchFile({ connectionId, region }, name, { path, qualifier }, abort.signal).then(
      (answer) => {
        if (answer.ok) setText(answer.data.text ?? '');
        else setError(answer.error);
      },
      () => undefined, // Aborted: another file is looked at.
    );
    return () => abort.abort();
  }, [connectionId, region, name, qualifier, path, isTooLarge]);

  if (isTooLarge || error?.kind === 'unsupported') {
    return (
      <p className="h-full bg-code-ground p-16 text-muted">
        {t(isTooLarge ? 'readOnly.largeFile' : 'readOnly.binaryFile', {
          name: nameOf(path),
          size: formatBytes(bytes),
        })}
      </p>
    );
  }
  if (error) {
    return (
      <div className="p-16">
        <Failure
          error={error}
          title={t('readOnly.readFailed', { name: nameOf(path) })}
          compact
          onRetry={null}
        />
      </div>
    );
  }
  if (text === undefined) {
    return (
      <p aria-busy className="p-16 text-12 text-muted">
        {t('readOnly.reading', { name: nameOf(path) })}
      </p>
    );
  }
  return <CodeEditor path={path} value={text} label={t('editor.label', { path })} isReadOnly texts={texts} />;
}
