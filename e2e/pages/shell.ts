import { test, type Locator, type Page } from '@playwright/test';

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
      await this.page.keyboard.press('ControlOrMeta+k');
      return this.page.getByRole('dialog');
    });
  }
}
