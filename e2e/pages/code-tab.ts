import { test, type Locator, type Page } from '@playwright/test';
import { pasteOver } from './paste.ts';

/** The Code tab: explorer, editor, Deploy. */
export class CodeTab {
  readonly page: Page;
  readonly deployButton: Locator;
  readonly explorer: Locator;
  readonly editor: Locator;

  constructor(page: Page) {
    this.page = page;
    this.deployButton = page.getByRole('button', { name: 'Deploy', exact: true });
    this.explorer = page.getByRole('tree', { name: 'Explorer' });
    this.editor = page.getByRole('textbox', { name: /^Editor content/ });
  }

  async openFile(name: string): Promise<void> {
    await test.step(`open ${name}`, async () => {
      await this.explorer.getByRole('treeitem', { name }).click();
      await this.editor.waitFor();
    });
  }

  /** Puts this text in place of all of the open file. */
  async replaceText(text: string): Promise<void> {
    await test.step('replace the text of the open file', () => pasteOver(this.page, this.editor, text));
  }

  async deploy(): Promise<void> {
    await test.step('deploy', () => this.deployButton.click());
  }
}
