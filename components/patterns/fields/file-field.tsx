'use client';

import { useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import type { FieldProps } from '@/components/ui/field';
import { formatBytes } from '@/lib/shared/bytes';

/** A file from this computer. A form's value of it is a text, its name and size: the bytes go through `onFile`. */
export function FileField(
  props: FieldProps & {
    value: string;
    onChange: (value: string) => void;
    spec: {
      readonly onFile?: ((file: File | undefined) => void) | undefined;
      readonly bytesMax?: number | undefined;
    };
  },
) {
  const t = useTranslations('fields');
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [tooLarge, setTooLarge] = useState<string>();
  const { onFile, bytesMax = Number.POSITIVE_INFINITY } = props.spec;
  const take = (file: File | undefined) => {
    const fits = file !== undefined && file.size <= bytesMax;
    setTooLarge(
      file && !fits ? t('fileTooLarge', { name: file.name, max: formatBytes(bytesMax) }) : undefined,
    );
    onFile?.(fits ? file : undefined);
    props.onChange(fits ? `${file.name} (${formatBytes(file.size)})` : '');
  };
  const error = tooLarge ?? props.error;
  return (
    <div className="flex flex-col gap-4">
      <span id={`${id}-label`} className="font-medium">
        {props.label}
      </span>
      <div className="flex flex-wrap items-center gap-12">
        <input
          ref={picker}
          type="file"
          accept=".zip,application/zip"
          aria-labelledby={`${id}-label`}
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => take(event.target.files?.[0])}
        />
        <Button aria-describedby={`${id}-label ${id}-hint`} onClick={() => picker.current?.click()}>
          {t('chooseFile')}
        </Button>
        <span className="min-w-0 wrap-anywhere text-muted">{props.value || t('noFile')}</span>
      </div>
      {props.hint && (
        <p id={`${id}-hint`} className="text-12 text-muted">
          {props.hint}
        </p>
      )}
      {error && (
        <p role="alert" className="text-12 text-danger-text">
          {error}
        </p>
      )}
    </div>
  );
}
