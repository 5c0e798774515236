import { expect, test, type Locator, type Page } from '@playwright/test';
import { functionArn } from '../fixtures/apis.ts';

/** The edit page of a configuration section: fields, review of the change, Save. */
export class EditPage {
  readonly page: Page;
  readonly saveButton: Locator;
  readonly cancelButton: Locator;
  readonly review: Locator;

  constructor(page: Page) {
    this.page = page;
    this.saveButton = page.getByRole('button', { name: /^Save/ });
    this.cancelButton = page.getByRole('main').getByRole('button', { name: 'Cancel' });
    this.review = page.getByRole('complementary', { name: 'Review changes' });
  }

  field(label: string): Locator {
    return this.page
      .getByRole('textbox', { name: label })
      .or(this.page.getByRole('spinbutton', { name: label }));
  }

  async fill(label: string, value: string): Promise<void> {
    await test.step(`set ${label} to ${value}`, async () => {
      await this.field(label).fill(value);
      await this.field(label).blur();
    });
  }

  async save(): Promise<void> {
    await test.step('save', () => this.saveButton.click());
  }

  /** Pastes a function's ARN: the list to choose from may be older than a function made by the SDK. */
  async pasteFunction(name: string): Promise<void> {
    await test.step(`paste the ARN of ${name}`, async () => {
      const paste = this.page.getByRole('button', { name: 'Paste an ARN instead' });
      const field = this.page.getByRole('textbox', { name: 'Lambda function' });
      await expect(paste.or(field)).toBeVisible();
      if (await paste.isVisible()) await paste.click();
      await field.fill(functionArn(name));
    });
  }

  /** Adds a row to a list of keys and values. */
  async addRow(button: RegExp, key: string, value: string): Promise<void> {
    await test.step(`add ${key}`, async () => {
      await this.page.getByRole('button', { name: button }).click();
      await this.page.getByRole('textbox', { name: /^Key/ }).last().fill(key);
      await this.page
        .getByRole('textbox', { name: /^Value/ })
        .last()
        .fill(value);
    });
  }
}
