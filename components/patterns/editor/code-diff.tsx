'use client';

import { useEffect, useState, type ComponentType } from 'react';

export interface CodeDiffProps {
  /** Tells the language by its ending. */
  readonly path: string;
  readonly original: string;
  readonly modified: string;
  readonly originalLabel: string;
  readonly modifiedLabel: string;
  readonly texts: { readonly loading: string; readonly failed: string };
}

/** Compares two texts; fills its container. Loaded when it is first shown. */
export function CodeDiff(props: CodeDiffProps) {
  const [View, setView] = useState<ComponentType<CodeDiffProps>>();
  const [hasFailed, setHasFailed] = useState(false);

  useEffect(() => {
    let isWanted = true;
    import('./diff-view').then(
      (module) => isWanted && setView(() => module.DiffView),
      () => isWanted && setHasFailed(true),
    );
    return () => {
      isWanted = false;
    };
  }, []);

  return (
    <div
      className="h-full min-h-0 w-full min-w-0 bg-code-ground"
      data-testid="code-diff"
      aria-busy={!View && !hasFailed}
    >
      {View ? (
        <View {...props} />
      ) : (
        <p className="p-12 text-12 text-text-muted">{hasFailed ? props.texts.failed : props.texts.loading}</p>
      )}
    </div>
  );
}
