import type { Locator, Page } from '@playwright/test';

/**
 * Puts text in place of all that an editor holds, as a paste: typed keys would be completed by the editor, which
 * closes brackets by itself.
 */
export async function pasteOver(page: Page, editor: Locator, text: string): Promise<void> {
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await editor.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}
