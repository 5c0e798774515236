'use client';

import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { Failure } from '@/components/patterns/failure';
import './code-editor.css';
import type { CodeFrameProps } from './code-frame';
import { useCodeEditor, type CodeTarget } from './use-code-editor';

const loadFrame = () => import('./code-frame');
const CodeFrame = lazy(() => loadFrame().then((module) => ({ default: module.CodeFrame })));

export interface CodeSourceProps extends Omit<CodeFrameProps, 'editor' | 'state' | 'target'> {
  readonly target: CodeTarget;
}

/** The Code tab: reads what is deployed, then edits it. The frame has its size from the start. */
export function CodeSource({ target, ...rest }: CodeSourceProps) {
  const t = useTranslations('code');
  const editor = useCodeEditor(target);
  // The page stands without the frame, which comes while the package is read.
  useEffect(() => {
    loadFrame().catch(() => {});
  }, []);
  const opening = (
    <EmptyFrame isBusy={editor.error === undefined}>
      {editor.error ? (
        <Failure error={editor.error} title={t('loadFailed')} onRetry={editor.retry} />
      ) : (
        <p className="text-12 text-muted">{t('loading')}</p>
      )}
    </EmptyFrame>
  );
  if (!editor.state) return opening;
  return (
    <Suspense fallback={opening}>
      <CodeFrame {...rest} target={target} editor={editor} state={editor.state} />
    </Suspense>
  );
}

function EmptyFrame(props: { isBusy: boolean; children: ReactNode }) {
  const t = useTranslations('code');
  return (
    <section
      aria-label={t('title')}
      aria-busy={props.isBusy}
      className="min-h-(--code-frame-height) rounded-8 border border-edge-strong bg-surface"
    >
      <div className="flex min-h-40 items-center border-b border-edge px-16 py-8">
        <h2 className="text-14">{t('title')}</h2>
      </div>
      <div className="p-16">{props.children}</div>
    </section>
  );
}
