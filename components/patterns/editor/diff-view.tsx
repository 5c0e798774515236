'use client';

import { useEffect, useRef } from 'react';
import type { CodeDiffProps } from './code-diff';
import { readMonoFamily, sharedEditorOptions } from './editor-options';
import { languageOf } from './language-of';
import { monaco } from './monaco';

/** Two texts side by side, or in one column where there is no room; read only. */
export function DiffView({ path, original, modified, originalLabel, modifiedLabel }: CodeDiffProps) {
  const host = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!host.current) return undefined;
    const language = languageOf(path);
    const models = {
      original: monaco.editor.createModel(original, language),
      modified: monaco.editor.createModel(modified, language),
    };
    const editor = monaco.editor.createDiffEditor(host.current, {
      ...sharedEditorOptions,
      fontFamily: readMonoFamily(),
      readOnly: true,
      domReadOnly: true,
      originalAriaLabel: originalLabel,
      modifiedAriaLabel: modifiedLabel,
      renderSideBySideInlineBreakpoint: 700,
      hideUnchangedRegions: { enabled: true },
      renderOverviewRuler: false,
    });
    editor.setModel(models);
    return () => {
      // The widget lets go of its models first; disposing them under it throws.
      editor.dispose();
      models.original.dispose();
      models.modified.dispose();
    };
  }, [path, original, modified, originalLabel, modifiedLabel]);

  return <div ref={host} className="h-full w-full" />;
}
