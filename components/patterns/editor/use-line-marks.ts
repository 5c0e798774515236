'use client';

import { useEffect } from 'react';
import type { LineMark } from './code-editor';
import { monaco } from './monaco';

/** Bars beside the line numbers where the text differs from what is deployed. */
export function useLineMarks(
  editor: monaco.editor.IStandaloneCodeEditor | undefined,
  modelUri: string,
  marks: readonly LineMark[] | undefined,
): void {
  useEffect(() => {
    if (!editor || !marks) return undefined;
    const model = editor.getModel();
    if (!model || model.uri.toString() !== monaco.Uri.parse(modelUri).toString()) return undefined;
    const last = model.getLineCount();
    const collection = editor.createDecorationsCollection(
      marks.map(({ firstLine, lastLine, kind }) => ({
        range: new monaco.Range(Math.min(firstLine, last), 1, Math.min(lastLine, last), 1),
        options: { isWholeLine: true, linesDecorationsClassName: `line-mark line-mark-${kind}` },
      })),
    );
    return () => collection.clear();
  }, [editor, modelUri, marks]);
}
