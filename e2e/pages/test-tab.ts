import { test, type Locator, type Page } from '@playwright/test';
import { pasteOver } from './paste.ts';

/** The Test tab: event, Test, result. */
export class TestTab {
  readonly page: Page;
  readonly testButton: Locator;
  readonly event: Locator;
  readonly result: Locator;

  constructor(page: Page) {
    this.page = page;
    this.testButton = page.getByRole('main').getByRole('button', { name: 'Test', exact: true });
    this.event = page.getByRole('textbox', { name: /Event JSON/ });
    this.result = page.getByRole('region', { name: /^Executing function/ });
  }

  async fillEvent(json: string): Promise<void> {
    await test.step('write the event', () => pasteOver(this.page, this.event, json));
  }

  async run(): Promise<void> {
    await test.step('test the function', async () => {
      await this.testButton.click();
      await this.result.waitFor();
    });
  }
}
