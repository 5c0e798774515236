import { expect, test, type Locator, type Page } from '@playwright/test';

/** What stands around every page: top bar, navigation, flashes, palette. */
export class Shell {
  readonly page: Page;
  readonly banner: Locator;
  readonly navigation: Locator;
  readonly breadcrumbs: Locator;
  readonly notifications: Locator;
  readonly main: Locator;

  constructor(page: Page) {
    this.page = page;
    this.banner = page.getByRole('banner');
    this.navigation = page.getByRole('navigation', { name: 'Navigation' });
    this.breadcrumbs = page.getByRole('navigation', { name: 'Breadcrumbs' });
    this.notifications = page.getByRole('region', { name: 'Notifications' });
    this.main = page.getByRole('main');
  }

  /** A flash with these words. */
  flash(text: string | RegExp): Locator {
    return this.notifications.getByText(text);
  }

  async openPalette(): Promise<Locator> {
    return test.step('open the command palette', async () => {
      const palette = this.page.getByRole('dialog');
      await this.pressUntil('ControlOrMeta+k', () => expect(palette).toBeVisible({ timeout: 1000 }));
      return palette;
    });
  }

  /**
   * Presses a shortcut until it shows its effect. The listener of the whole page comes with hydration, and nothing
   * on the page shows when that was; only for keys that do no harm when they are heard twice.
   */
  async pressUntil(key: string, isHeard: () => Promise<void>): Promise<void> {
    await expect(async () => {
      await this.page.keyboard.press(key);
      await isHeard();
    }).toPass({ timeout: 20_000 });
  }
}
