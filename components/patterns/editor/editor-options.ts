import type * as Monaco from 'monaco-editor/editor';

/** What editor and diff have in common. Sizes are the 13/20 step of the type scale. */
export const sharedEditorOptions = {
  automaticLayout: true,
  fontSize: 13,
  lineHeight: 20,
  fontLigatures: false,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  renderLineHighlight: 'line',
  // The default dims the number of an empty last line below the contrast of text.
  renderFinalNewline: 'on',
  overviewRulerLanes: 0,
  glyphMargin: false,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 12,
  padding: { top: 8, bottom: 8 },
  stickyScroll: { enabled: false },
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, alwaysConsumeMouseWheel: false },
  unicodeHighlight: { nonBasicASCII: false },
  fixedOverflowWidgets: true,
  // A text area has a place on the page for screen readers and scripts; the newer edit context has none.
  editContext: false,
} satisfies Monaco.editor.IEditorOptions & Monaco.editor.IGlobalEditorOptions;

/** The page's mono family as the editor needs it: a plain list of names, not a custom property. */
export function readMonoFamily(): string {
  const probe = document.createElement('span');
  probe.hidden = true;
  probe.style.fontFamily = 'var(--family-mono)';
  document.body.append(probe);
  const family = getComputedStyle(probe).fontFamily;
  probe.remove();
  return family;
}

export function isReducedMotion(): boolean {
  return (
    document.documentElement.dataset.motion === 'reduced' ||
    window.matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}
