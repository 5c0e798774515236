import { test, type Locator, type Page } from '@playwright/test';
import { routes, type ConfigurationSection, type FunctionTab, type Place } from '../../lib/routes.ts';
import { CodeTab } from './code-tab.ts';
import { EditPage } from './edit-page.ts';
import { TestTab } from './test-tab.ts';

/** "code" is the tab "Code": tabs are named like their URLs. */
const tabName = (tab: FunctionTab) => tab.charAt(0).toUpperCase() + tab.slice(1);

/** One function: header, overview and tabs. */
export class FunctionPage {
  readonly page: Page;
  readonly place: Place;
  readonly code: CodeTab;
  readonly test: TestTab;
  readonly edit: EditPage;
  readonly tabs: Locator;

  constructor(page: Page, place: Place) {
    this.page = page;
    this.place = place;
    this.code = new CodeTab(page);
    this.test = new TestTab(page);
    this.edit = new EditPage(page);
    this.tabs = page.getByRole('tablist', { name: 'Function', exact: true });
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  async goto(name: string, tab: FunctionTab = 'code'): Promise<void> {
    await test.step(`open ${name}, ${tab}`, async () => {
      await this.page.goto(routes.functionTab(this.place, name, tab));
      await this.heading(name).waitFor();
    });
  }

  async gotoSection(name: string, section: ConfigurationSection): Promise<void> {
    await test.step(`open ${name}, ${section}`, async () => {
      await this.page.goto(routes.configuration(this.place, name, section));
      await this.heading(name).waitFor();
    });
  }

  async openTab(tab: FunctionTab): Promise<void> {
    await test.step(`open the tab ${tabName(tab)}`, () =>
      this.tabs.getByRole('tab', { name: tabName(tab) }).click());
  }

  /** The value shown under a label of a configuration section. */
  value(label: string): Locator {
    return this.page
      .getByRole('main')
      .locator('div', { has: this.page.locator('dt', { hasText: new RegExp(`^${label}`) }) })
      .last()
      .locator('dd');
  }

  async startEdit(section: string): Promise<EditPage> {
    return test.step(`edit ${section}`, async () => {
      await this.page
        .getByRole('main')
        .getByRole('link', { name: /^(Edit|Manage)/ })
        .first()
        .click();
      await this.edit.saveButton.waitFor();
      return this.edit;
    });
  }

  async delete(name: string): Promise<void> {
    await test.step(`delete ${name}`, async () => {
      await this.page.getByRole('button', { name: 'Actions', exact: true }).click();
      await this.page.getByRole('menuitem', { name: 'Delete function' }).click();
      const dialog = this.page.getByRole('dialog');
      await dialog.getByRole('textbox').fill('confirm');
      await dialog.getByRole('button', { name: /^Delete/ }).click();
    });
  }
}
