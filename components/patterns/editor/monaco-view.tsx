'use client';

import Editor from '@monaco-editor/react';
import { useEffect, useId, useRef, useState } from 'react';
import { codeThemeName } from './code-theme';
import type { CodeEditorProps } from './code-editor';
import { isReducedMotion, readMonoFamily, sharedEditorOptions } from './editor-options';
import { languageOf } from './language-of';
import { monaco } from './monaco';
import { useLineMarks } from './use-line-marks';

/** Line ends and the byte order mark as Monaco's models keep them, for comparing alone. */
const asInModel = (text: string) => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');

/** The editor proper: one model a file, kept while the page is open, all disposed on leaving. */
export function MonacoView(props: CodeEditorProps) {
  const { path, value, label, isReadOnly = false, lineMarks, onChange, onSave, language } = props;
  const scope = useId();
  const uri = (file: string) =>
    `inmemory://${scope.replace(/[^a-zA-Z0-9]/g, '')}/${file.split('/').map(encodeURIComponent).join('/')}`;
  const modelUri = uri(path);
  const [editor, setEditor] = useState<monaco.editor.IStandaloneCodeEditor>();
  const uris = useRef(new Set<string>());
  const [family] = useState(readMonoFamily);

  // Text that changed elsewhere (a discarded draft, a restored file) reaches models that are not in view, too.
  useEffect(() => {
    uris.current.add(modelUri);
    const model = monaco.editor.getModel(monaco.Uri.parse(modelUri));
    if (model && asInModel(model.getValue()) !== asInModel(value)) model.setValue(value);
  }, [modelUri, value]);

  useEffect(() => {
    const known = uris.current;
    return () => {
      for (const name of known) monaco.editor.getModel(monaco.Uri.parse(name))?.dispose();
    };
  }, []);

  const save = useRef(onSave);
  useEffect(() => {
    save.current = onSave;
  }, [onSave]);
  useLineMarks(editor, modelUri, lineMarks);

  return (
    <Editor
      path={modelUri}
      value={value}
      language={language ?? languageOf(path)}
      theme={codeThemeName}
      loading={null}
      keepCurrentModel
      saveViewState
      onMount={(mounted) => {
        setEditor(mounted);
        mounted.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyS, () => save.current?.());
      }}
      onChange={(text, event) => {
        // A flush is our own `setValue`; only what someone typed is a change.
        if (text !== undefined && !event.isFlush) onChange?.(text);
      }}
      options={{
        ...sharedEditorOptions,
        ariaLabel: label,
        readOnly: isReadOnly,
        domReadOnly: isReadOnly,
        fontFamily: family,
        cursorBlinking: isReducedMotion() ? 'solid' : 'blink',
        autoSurround: props.hasAutoSurround === false ? 'never' : 'languageDefined',
        wordWrap: props.isWrapped ? 'on' : 'off',
        ...(props.hasLineNumbers === false ? { lineNumbers: 'off' as const, folding: false } : {}),
      }}
    />
  );
}
