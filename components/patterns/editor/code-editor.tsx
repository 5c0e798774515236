'use client';

import { useEffect, useState, type ComponentType } from 'react';
import './code-editor.css';

/** Lines of the text, 1 and up, that differ from the text it is compared with. */
export interface LineMark {
  readonly firstLine: number;
  readonly lastLine: number;
  /** `removed`: lines are missing before `firstLine`. */
  readonly kind: 'added' | 'changed' | 'removed';
}

export interface CodeEditorProps {
  /** Tells files apart and, by its ending, the language. */
  readonly path: string;
  readonly value: string;
  /** Accessible name of the text box, e.g. "Editor content, index.mjs". */
  readonly label: string;
  readonly isReadOnly?: boolean;
  readonly isWrapped?: boolean;
  readonly hasLineNumbers?: boolean;
  /** False: a bracket or quote typed over selected text replaces it, instead of standing around it. */
  readonly hasAutoSurround?: boolean;
  /** Monaco's language id where the path does not tell it. */
  readonly language?: string;
  readonly lineMarks?: readonly LineMark[] | undefined;
  readonly onChange?: (text: string) => void;
  /** ⌘S or Ctrl+S while the editor has focus. */
  readonly onSave?: () => void;
  readonly texts: { readonly loading: string; readonly failed: string; readonly retry: string };
}

/**
 * A text editor that fills its container, which gives it a height. Monaco arrives after the page stands:
 * until then a quiet place, and where it cannot be loaded a line that says so with a way to try again.
 */
export function CodeEditor(props: CodeEditorProps) {
  const [View, setView] = useState<ComponentType<CodeEditorProps>>();
  const [attempt, setAttempt] = useState(0);
  const [hasFailed, setHasFailed] = useState(false);

  useEffect(() => {
    let isWanted = true;
    import('./monaco-view').then(
      (module) => isWanted && setView(() => module.MonacoView),
      () => isWanted && setHasFailed(true),
    );
    return () => {
      isWanted = false;
    };
  }, [attempt]);

  return (
    <div
      className="relative h-full min-h-0 w-full min-w-0 bg-code-ground"
      data-testid="code-editor"
      aria-busy={!View}
    >
      {View ? (
        <View {...props} />
      ) : (
        <Waiting {...props.texts} hasFailed={hasFailed} onRetry={() => retry()} />
      )}
    </div>
  );

  function retry() {
    setHasFailed(false);
    setAttempt(attempt + 1);
  }
}

function Waiting(props: {
  loading: string;
  failed: string;
  retry: string;
  hasFailed: boolean;
  onRetry: () => void;
}) {
  if (!props.hasFailed) return <p className="p-12 text-12 text-text-muted">{props.loading}</p>;
  return (
    <p role="alert" className="p-12 text-14 text-danger-text">
      {props.failed}{' '}
      <button type="button" className="font-medium text-link underline" onClick={props.onRetry}>
        {props.retry}
      </button>
    </p>
  );
}
