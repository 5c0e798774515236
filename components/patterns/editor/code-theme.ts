import type * as Monaco from 'monaco-editor/editor';

/** The one theme of the editor: its colours are the tokens of the page, in the mode the page is in. */
export const codeThemeName = 'lambdeck';

/**
 * Reads tokens as `#rrggbb`. A custom property alone gives its unresolved text (`light-dark(…)`), so each
 * is painted on a hidden element and the computed colour is read back.
 */
function readTokens(names: readonly string[]): ReadonlyMap<string, string> {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const tokens = new Map<string, string>();
  for (const name of names) {
    probe.style.color = `var(--${name})`;
    tokens.set(name, toHex(getComputedStyle(probe).color, canvas));
  }
  probe.remove();
  return tokens;
}

/** Any colour the browser can compute, as hex: drawing it is the one conversion that knows every notation. */
function toHex(colour: string, canvas: CanvasRenderingContext2D | null): string {
  if (!canvas) return '';
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Monaco's token classes for each of our code tokens; a class covers everything below it. */
const classesOfToken: Readonly<Record<string, readonly string[]>> = {
  'code-text': ['', 'identifier', 'delimiter', 'variable'],
  'code-comment': ['comment'],
  'code-keyword': ['keyword', 'keyword.json', 'storage', 'meta'],
  'code-string': ['string', 'attribute.value', 'regexp', 'string.value'],
  'code-number': ['number', 'constant', 'constant.numeric'],
  'code-function': ['function', 'entity.name.function', 'predefined', 'support.function'],
  'code-type': ['type', 'type.identifier', 'class', 'tag', 'namespace', 'annotation'],
  'code-property': [
    'attribute.name',
    'string.key',
    'string.key.json',
    'property',
    'key',
    'variable.predefined',
  ],
  'code-operator': ['operator', 'delimiter.bracket', 'delimiter.html', 'delimiter.xml', 'operators'],
  'code-invalid': ['invalid', 'string.invalid'],
};

/** What Monaco paints with each of our tokens; the number is an opacity in hex digits. */
const coloursOfToken: readonly (readonly [token: string, ...keys: string[]])[] = [
  ['code-ground', 'editor.background', 'diffEditor.unchangedCodeBackground', 'editorStickyScroll.background'],
  ['code-gutter', 'editorGutter.background', 'minimap.background'],
  ['code-text', 'editor.foreground', 'editorCursor.foreground'],
  ['code-line-number', 'editorLineNumber.foreground'],
  // Pairs of brackets have one colour: six of them would be a second theme.
  ['code-operator', 'editorBracketHighlight.foreground1', 'editorBracketHighlight.foreground2'],
  ['code-operator', 'editorBracketHighlight.foreground3', 'editorBracketHighlight.foreground4'],
  ['code-operator', 'editorBracketHighlight.foreground5', 'editorBracketHighlight.foreground6'],
  ['code-invalid', 'editorBracketHighlight.unexpectedBracket.foreground'],
  ['text', 'editorLineNumber.activeForeground', 'foreground', 'editorWidget.foreground', 'input.foreground'],
  [
    'text',
    'editorSuggestWidget.foreground',
    'quickInput.foreground',
    'menu.foreground',
    'list.hoverForeground',
  ],
  ['code-line-active', 'editor.lineHighlightBackground'],
  ['code-selection', 'editor.selectionBackground', 'editor.inactiveSelectionBackground'],
  ['selected', 'editor.wordHighlightBackground', 'editor.wordHighlightStrongBackground'],
  ['selected', 'editor.selectionHighlightBackground', 'editorBracketMatch.background'],
  [
    'selected',
    'list.activeSelectionBackground',
    'list.focusBackground',
    'editorSuggestWidget.selectedBackground',
  ],
  [
    'text',
    'list.activeSelectionForeground',
    'list.focusForeground',
    'editorSuggestWidget.selectedForeground',
  ],
  ['hover', 'list.hoverBackground', 'editorStickyScrollHover.background', 'toolbar.hoverBackground'],
  ['warning-ground', 'editor.findMatchHighlightBackground'],
  ['diff-added-word', 'editor.findMatchBackground'],
  ['raised', 'editorWidget.background', 'editorHoverWidget.background', 'editorSuggestWidget.background'],
  ['raised', 'quickInput.background', 'menu.background', 'input.background', 'dropdown.background'],
  [
    'edge-strong',
    'editorWidget.border',
    'editorHoverWidget.border',
    'editorSuggestWidget.border',
    'menu.border',
  ],
  ['edge-control', 'input.border', 'editorBracketMatch.border', 'dropdown.border'],
  ['edge', 'editorIndentGuide.background1', 'editorRuler.foreground', 'diffEditor.border'],
  ['edge-strong', 'editorIndentGuide.activeBackground1', 'editorWhitespace.foreground'],
  [
    'accent-text',
    'editorSuggestWidget.highlightForeground',
    'editorLink.activeForeground',
    'textLink.foreground',
  ],
  ['focus', 'focusBorder', 'inputOption.activeBorder'],
  ['danger-solid', 'editorError.foreground', 'errorForeground'],
  ['warning-solid', 'editorWarning.foreground'],
  ['info-solid', 'editorInfo.foreground'],
  ['diff-added-ground', 'diffEditor.insertedLineBackground', 'diffEditorGutter.insertedLineBackground'],
  ['diff-added-word', 'diffEditor.insertedTextBackground'],
  ['diff-removed-ground', 'diffEditor.removedLineBackground', 'diffEditorGutter.removedLineBackground'],
  ['diff-removed-word', 'diffEditor.removedTextBackground'],
];

/** Defines the theme from the tokens as they are now and puts it on every editor of the page. */
export function applyCodeTheme(monaco: typeof Monaco): void {
  const names = [...Object.keys(classesOfToken), ...coloursOfToken.map(([name]) => name)];
  const tokens = readTokens([...new Set(names)]);
  const rules = Object.entries(classesOfToken).flatMap(([name, classes]) =>
    classes.map((token) => ({ token, foreground: (tokens.get(name) ?? '').slice(1) })),
  );
  const colors: Record<string, string> = {
    // Scroll shadows and overview lines would be a second kind of edge.
    'scrollbar.shadow': '#00000000',
    'editorOverviewRuler.border': '#00000000',
    'editor.lineHighlightBorder': '#00000000',
  };
  for (const [name, ...keys] of coloursOfToken) for (const key of keys) colors[key] = tokens.get(name) ?? '';
  const thumb = tokens.get('edge-control') ?? '';
  colors['scrollbarSlider.background'] = `${thumb}66`;
  colors['scrollbarSlider.hoverBackground'] = `${thumb}99`;
  colors['scrollbarSlider.activeBackground'] = `${thumb}cc`;
  const base = isDark(tokens.get('code-ground') ?? '#ffffff') ? 'vs-dark' : 'vs';
  monaco.editor.defineTheme(codeThemeName, { base, inherit: false, rules, colors });
  monaco.editor.setTheme(codeThemeName);
}

function isDark(hex: string): boolean {
  const [red = 255, green = 255, blue = 255] = [1, 3, 5].map((at) =>
    Number.parseInt(hex.slice(at, at + 2), 16),
  );
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/** Calls back whenever the page changes between light and dark; returns the way to stop. */
export function watchTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['class', 'style', 'data-theme'],
  });
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', onChange);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', onChange);
  };
}
