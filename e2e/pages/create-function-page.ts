import { test, type Locator, type Page } from '@playwright/test';

/** Create function, from scratch. */
export class CreateFunctionPage {
  readonly page: Page;
  readonly path: string;
  readonly heading: Locator;
  readonly nameField: Locator;
  readonly runtimeField: Locator;
  readonly createButton: Locator;

  constructor(page: Page, path: string) {
    this.page = page;
    this.path = path;
    this.heading = page.getByRole('heading', { level: 1, name: 'Create function' });
    this.nameField = page.getByRole('textbox', { name: 'Function name' });
    this.runtimeField = page.getByRole('combobox', { name: 'Runtime' });
    this.createButton = page.getByRole('button', { name: 'Create function' });
  }

  async goto(): Promise<void> {
    await test.step('open Create function', async () => {
      await this.page.goto(this.path);
      await this.heading.waitFor();
    });
  }

  async chooseRuntime(name: string | RegExp): Promise<void> {
    await test.step(`choose ${name}`, async () => {
      await this.runtimeField.click();
      await this.page.getByRole('option', { name }).click();
    });
  }

  async create(name: string): Promise<void> {
    await test.step(`create ${name}`, async () => {
      await this.nameField.fill(name);
      await this.createButton.click();
    });
  }
}
