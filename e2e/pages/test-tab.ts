import { test, type Locator, type Page } from '@playwright/test';
import { pasteOver } from './paste.ts';

/** The Test tab: event, Test, result. */
export class TestTab {
  readonly page: Page;
  readonly testButton: Locator;
  readonly event: Locator;
  /** What the editor of the event shows, without its line numbers. */
  readonly eventText: Locator;
  readonly result: Locator;
  /** Saved events. */
  readonly events: Locator;
  readonly sharing: Locator;

  constructor(page: Page) {
    this.page = page;
    this.testButton = page.getByRole('main').getByRole('button', { name: 'Test', exact: true });
    this.event = page.getByRole('textbox', { name: /Event JSON/ });
    this.eventText = page.locator('.view-lines').first();
    this.result = page.getByRole('region', { name: /^Executing function/ });
    this.events = page.getByRole('region', { name: 'Test events' });
    this.sharing = page.getByRole('group', { name: 'Event sharing settings' });
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

  /** A saved event in the list. */
  savedEvent(name: string, sharing: 'Private' | 'Shareable'): Locator {
    return this.events.getByRole('button', { name: `${name} ${sharing}` });
  }

  async save(name: string, sharing: 'Private' | 'Shareable'): Promise<void> {
    await test.step(`save ${name} as ${sharing}`, async () => {
      await this.page.getByRole('textbox', { name: 'Event name' }).fill(name);
      await this.sharing.getByRole('radio', { name: sharing }).check();
      await this.page.getByRole('main').getByRole('button', { name: 'Save', exact: true }).click();
      await this.savedEvent(name, sharing).waitFor();
    });
  }

  async deleteEvent(name: string, sharing: 'Private' | 'Shareable'): Promise<void> {
    await test.step(`delete ${name}`, async () => {
      await this.savedEvent(name, sharing).click();
      await this.page.getByRole('main').getByRole('button', { name: 'Delete', exact: true }).click();
      const dialog = this.page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Delete' }).click();
      // While it is open, nothing else on the page is there for a role.
      await dialog.waitFor({ state: 'hidden' });
      await this.savedEvent(name, sharing).waitFor({ state: 'detached' });
    });
  }
}
