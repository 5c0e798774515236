'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Note } from '@/components/ui/note';
import { editLimits } from '@/lib/domain/edit-limits';
import { formatBytes } from '@/lib/shared/bytes';

/** Takes a .zip that replaces all code. The size is checked here to spare the way; the server decides. */
export function UploadDialog(props: {
  name: string;
  hasChanges: boolean;
  onUpload: (zip: File) => void;
  onClose: () => void;
}) {
  const t = useTranslations('code.upload');
  const common = useTranslations('ui');
  const [file, setFile] = useState<File>();
  const picker = useRef<HTMLInputElement>(null);
  const size = file ? formatBytes(file.size) : '';
  const problem =
    file && file.size > editLimits.uploadBytesMax
      ? t('tooLarge', { name: file.name, size })
      : file?.size === 0
        ? t('empty', { name: file.name })
        : undefined;
  const isReady = file !== undefined && problem === undefined;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={t('title')}
      description={t('text', { name: props.name })}
      onSubmit={() => isReady && props.onUpload(file)}
      footer={
        <>
          <Button onClick={props.onClose}>{common('cancel')}</Button>
          <Button
            type="submit"
            variant="primary"
            disabledReason={isReady ? undefined : (problem ?? t('chooseFirst'))}
          >
            {t('act')}
          </Button>
        </>
      }
    >
      <div className="flex flex-wrap items-center gap-12">
        <input
          ref={picker}
          type="file"
          accept=".zip,application/zip"
          aria-label={t('choose')}
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => setFile(event.target.files?.[0])}
        />
        <Button onClick={() => picker.current?.click()}>{t('choose')}</Button>
        <span className="min-w-0 wrap-anywhere text-muted">
          {file ? t('chosen', { name: file.name, size }) : t('none')}
        </span>
      </div>
      {problem && (
        <p role="alert" className="text-danger-text">
          {problem}
        </p>
      )}
      {props.hasChanges && <Note tone="warning">{t('losesDraft')}</Note>}
    </Dialog>
  );
}
