'use client';

/** Sent before a shortcut or the palette leaves the page; a form with unsaved changes cancels it and asks. */
export const leaveEvent = 'lambdeck:leave';

/** False when the page holds the reader back; then it asks by itself and goes to `href` when told to. */
export function mayLeaveTo(href: string): boolean {
  return document.dispatchEvent(new CustomEvent(leaveEvent, { cancelable: true, detail: href }));
}
