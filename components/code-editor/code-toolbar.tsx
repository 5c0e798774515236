'use client';

import { ChevronDown, Play, Rocket } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Chip } from '@/components/ui/chip';
import { Kbd } from '@/components/ui/kbd';
import { Menu } from '@/components/ui/menu';

const UploadDialog = lazy(() =>
  import('./upload-dialog').then((module) => ({ default: module.UploadDialog })),
);

export interface CodeToolbarProps {
  readonly name: string;
  readonly changeCount: number;
  readonly isDiffShown: boolean;
  readonly onToggleDiff: () => void;
  readonly testHref: string;
  /** Form for a package from S3. */
  readonly s3Href: string;
  readonly isDeploying: boolean;
  /** Why Deploy is off; undefined when there is something to deploy and nothing in the way. */
  readonly deployOff: string | undefined;
  readonly onDeploy: () => void;
  /** Why nothing can be uploaded: role, image. */
  readonly uploadOff: string | undefined;
  readonly canAddFiles: boolean;
  readonly onAddFiles: (files: readonly File[]) => void;
  readonly onUpload: (zip: File) => void;
}

/** Title, what differs from the deployed code, and the acts. On phones Test and Deploy stay at the bottom. */
export function CodeToolbar(props: CodeToolbarProps) {
  const t = useTranslations('code');
  return (
    <div className="flex min-h-40 flex-wrap items-center gap-x-12 gap-y-8 border-b border-edge px-16 py-8">
      <h2 className="text-14">{t('title')}</h2>
      {props.changeCount > 0 && (
        <>
          <Chip tone="warning">{t('changes', { count: props.changeCount })}</Chip>
          <Button size="small" variant="link" aria-pressed={props.isDiffShown} onClick={props.onToggleDiff}>
            {t('viewDiff')}
          </Button>
        </>
      )}
      <div className="ml-auto flex flex-wrap items-center gap-8">
        <UploadMenu {...props} />
        <div className="flex gap-8 max-tablet:fixed max-tablet:inset-x-0 max-tablet:bottom-0 max-tablet:z-sticky max-tablet:border-t max-tablet:border-edge max-tablet:bg-surface max-tablet:p-12 max-tablet:*:flex-1">
          <ButtonLink href={props.testHref} icon={<Play aria-hidden size={16} strokeWidth={1.75} />}>
            <span data-tooltip={t('testHint')}>{t('test')}</span>
          </ButtonLink>
          <Button
            variant="primary"
            aria-label={t('deploy')}
            aria-keyshortcuts="Meta+Shift+U Control+Shift+U"
            icon={<Rocket aria-hidden size={16} strokeWidth={1.75} />}
            pending={props.isDeploying}
            disabledReason={props.isDeploying ? undefined : props.deployOff}
            onClick={props.onDeploy}
          >
            {t('deploy')}
            <span aria-hidden className="max-tablet:hidden">
              <Kbd>⌘⇧U</Kbd>
            </span>
          </Button>
        </div>
      </div>
    </div>
  );
}

function UploadMenu(props: CodeToolbarProps) {
  const t = useTranslations('code');
  const [isAsking, setIsAsking] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const items = [
    { id: 'zip', label: t('uploadZip'), onSelect: () => setIsAsking(true) },
    ...(props.canAddFiles
      ? [{ id: 'files', label: t('explorer.uploadFiles'), onSelect: () => picker.current?.click() }]
      : []),
    { id: 's3', label: t('uploadS3'), href: props.s3Href },
  ];
  return (
    <>
      <Menu label={t('uploadFrom')} groups={[{ id: 'upload', items }]} disabledReason={props.uploadOff}>
        {t('uploadFrom')}
        <ChevronDown aria-hidden size={16} strokeWidth={1.75} />
      </Menu>
      <input
        ref={picker}
        type="file"
        multiple
        aria-label={t('explorer.uploadFiles')}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          props.onAddFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Suspense fallback={null}>
        {isAsking && (
          <UploadDialog
            name={props.name}
            hasChanges={props.changeCount > 0}
            onClose={() => setIsAsking(false)}
            onUpload={(zip) => {
              setIsAsking(false);
              props.onUpload(zip);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
