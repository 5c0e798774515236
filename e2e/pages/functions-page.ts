import { test, type Locator, type Page } from '@playwright/test';

/** The list of functions of a place. */
export class FunctionsPage {
  readonly page: Page;
  readonly path: string;
  readonly heading: Locator;
  readonly table: Locator;
  readonly createButton: Locator;
  readonly refreshButton: Locator;
  readonly selection: Locator;
  readonly filter: Locator;

  constructor(page: Page, path: string) {
    this.page = page;
    this.path = path;
    this.heading = page.getByRole('heading', { level: 1, name: /^Functions/ });
    this.table = page.getByRole('table');
    this.createButton = page.getByRole('link', { name: 'Create function' }).first();
    this.refreshButton = page.getByRole('button', { name: 'Refresh' });
    this.filter = page.getByRole('combobox', { name: 'Filter functions' });
    this.selection = page.getByRole('region', { name: 'Selected rows' });
  }

  async goto(query = ''): Promise<void> {
    await test.step('open the functions list', async () => {
      await this.page.goto(this.path + query);
      await this.heading.waitFor();
    });
  }

  /** Reads the list anew: it is kept by the server, and tests create functions behind its back. */
  async refresh(): Promise<void> {
    await test.step('refresh the list', () => this.refreshButton.click());
  }

  row(name: string): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByRole('link', { name, exact: true }) });
  }

  async select(name: string): Promise<void> {
    await test.step(`select ${name}`, () =>
      this.table.getByRole('checkbox', { name: `Select ${name}` }).click());
  }

  async openFunction(name: string): Promise<void> {
    await test.step(`open ${name}`, () => this.table.getByRole('link', { name, exact: true }).click());
  }
}
