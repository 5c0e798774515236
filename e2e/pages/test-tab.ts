import { test, type Locator, type Page } from '@playwright/test';

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
    await test.step('write the event', async () => {
      await this.event.focus();
      await this.page.keyboard.press('ControlOrMeta+a');
      await this.page.keyboard.insertText(json);
    });
  }

  async run(): Promise<void> {
    await test.step('test the function', async () => {
      await this.testButton.click();
      await this.result.waitFor();
    });
  }
}
