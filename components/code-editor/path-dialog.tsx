'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import { newPathProblem } from '@/lib/domain/package-tree';

/** Asks for the path of a new file or folder, or the new path of one. */
export function PathDialog(props: {
  act: 'newFile' | 'newFolder' | 'rename';
  initialPath: string;
  /** Paths that are taken, without the one that is renamed. */
  taken: readonly string[];
  onDone: (path: string) => void;
  onClose: () => void;
}) {
  const t = useTranslations('code.explorer');
  const common = useTranslations('ui');
  const [path, setPath] = useState(props.initialPath);
  const [isTried, setIsTried] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const problem = newPathProblem(path, props.taken);
  const handleSubmit = () => {
    setIsTried(true);
    if (!problem) props.onDone(path);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={t(props.act)}
      initialFocus={input}
      onSubmit={handleSubmit}
      footer={
        <>
          <Button onClick={props.onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary">
            {props.act === 'rename' ? t('rename') : t('create')}
          </Button>
        </>
      }
    >
      <TextField
        ref={input}
        label={t('path')}
        hint={t('pathHint')}
        error={isTried && problem ? t(`problem.${problem}`) : undefined}
        value={path}
        mono
        onChange={(event) => setPath(event.target.value)}
      />
    </Dialog>
  );
}
