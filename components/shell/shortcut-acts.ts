import type { ShortcutId } from './shortcut-list';

/** The shortcuts that belong to the page; the others are the shell's own. */
export type PageShortcut = Extract<
  ShortcutId,
  'tab' | 'rows' | 'filter' | 'edit' | 'refresh' | 'create' | 'fold'
>;

const isVisible = (element: HTMLElement) => element.checkVisibility();

function firstVisible(selector: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(selector)].find(isVisible);
}

/** The first "Edit" whose card is in the upper part of the window, else the first one. */
function editInView(): HTMLElement | undefined {
  const edits = [...document.querySelectorAll<HTMLElement>('[data-shortcut=edit]')].filter(isVisible);
  return edits.find((edit) => edit.getBoundingClientRect().top >= 0) ?? edits[0];
}

function moveRow(key: string): void {
  const rows = [...document.querySelectorAll<HTMLElement>('tr[data-row]')];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  if (key === 'x') {
    rows[at]?.querySelector<HTMLInputElement>('[data-row-select]')?.click();
    return;
  }
  const next = key === 'j' ? at + 1 : Math.max(at - 1, 0);
  rows[Math.min(next, rows.length - 1)]?.querySelector<HTMLElement>('a')?.focus();
}

/** Does what a shortcut stands for on whatever page is shown: pages mark their parts with `data-shortcut`. */
export function actOnPage(id: PageShortcut, key: string): void {
  switch (id) {
    case 'tab':
      [...document.querySelectorAll<HTMLElement>('main [role=tab]')][Number(key) - 1]?.click();
      return;
    case 'rows':
      moveRow(key);
      return;
    case 'filter':
      firstVisible('[data-shortcut=filter]')?.focus();
      return;
    case 'edit':
      editInView()?.click();
      return;
    case 'refresh':
    case 'create':
    case 'fold':
      firstVisible(`[data-shortcut=${id}]`)?.click();
  }
}
