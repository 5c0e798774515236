/** Every shortcut of the shell, in the order of the sheet. `keys` are pressed one after the other. */
export const shortcutList = [
  { id: 'palette', keys: ['mod+k'] },
  { id: 'filter', keys: ['/'] },
  { id: 'sheet', keys: ['?'] },
  { id: 'refresh', keys: ['r'] },
  { id: 'create', keys: ['c'] },
  { id: 'edit', keys: ['e'] },
  { id: 'tab', keys: ['1…9'] },
  { id: 'rows', keys: ['j', 'k', 'x'] },
  { id: 'goFunctions', keys: ['g', 'f'] },
  { id: 'goApis', keys: ['g', 'p'] },
  { id: 'goAudit', keys: ['g', 'a'] },
  { id: 'goConnections', keys: ['g', 'c'] },
  { id: 'goSettings', keys: ['g', 's'] },
  { id: 'fold', keys: ['['] },
  { id: 'close', keys: ['Esc'] },
] as const;

export type ShortcutId = (typeof shortcutList)[number]['id'];
/** What single keys mean; the palette and Esc are not among them. */
export type KeyMeaning = Exclude<ShortcutId, 'palette' | 'close'>;

const first: Readonly<Record<string, KeyMeaning>> = {
  '/': 'filter',
  '?': 'sheet',
  r: 'refresh',
  c: 'create',
  e: 'edit',
  j: 'rows',
  k: 'rows',
  x: 'rows',
  '[': 'fold',
};
const afterG: Readonly<Record<string, KeyMeaning>> = {
  f: 'goFunctions',
  p: 'goApis',
  a: 'goAudit',
  c: 'goConnections',
  s: 'goSettings',
};

/** What a key means, given the key before it. `prefix`: the meaning comes with the next key. */
export function shortcutOf(key: string, previousKey: string | undefined): KeyMeaning | 'prefix' | undefined {
  if (previousKey === 'g') return afterG[key];
  if (key === 'g') return 'prefix';
  if (/^[1-9]$/.test(key)) return 'tab';
  return first[key];
}
