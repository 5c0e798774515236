import type { Browser, Page } from '@playwright/test';
import { apiRoutes } from '../../lib/api-routes.ts';
import { routes } from '../../lib/routes.ts';
import { createFunction } from '../fixtures/aws.ts';
import { getStage } from '../fixtures/stage.ts';
import { expect, test } from '../fixtures/test.ts';
import { signIn } from '../pages/sign-in.ts';

const password = 'a long password of vic';

/** A second browser, signed in as somebody else. */
async function pageOf(browser: Browser, name: string, word: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: getStage().guardedConsoleUrl });
  const page = await context.newPage();
  await signIn(page, name, word);
  await expect(page).toHaveURL(({ pathname }) => pathname === '/settings');
  return page;
}

async function createUser(page: Page, name: string, role: string): Promise<void> {
  await page.goto(routes.users());
  await page.getByRole('button', { name: 'Create user' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create user' });
  await dialog.getByLabel('User name').fill(name);
  await dialog.getByLabel('Password').fill(password);
  await dialog.getByRole('radio', { name: new RegExp(`^${role}`) }).check();
  await dialog.getByRole('button', { name: 'Create user' }).click();
  await expect(page.getByRole('row', { name })).toContainText(role);
}

async function act(page: Page, name: string, what: string): Promise<void> {
  await page.goto(routes.users());
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: what }).click();
}

test.describe('users', () => {
  test.use({ baseURL: async ({}, use) => use(getStage().guardedConsoleUrl) });

  test('an administrator makes a user, changes the role, disables and deletes', async ({ page, browser }) => {
    const name = `dora-${process.pid}`;
    await signIn(page, 'admin', getStage().adminPassword ?? '');
    await expect(page).toHaveURL(({ pathname }) => pathname === '/settings');
    await createUser(page, name, 'Developer');
    const hers = await pageOf(browser, name, password);

    await hers.getByRole('button', { name: 'Change password' }).click();
    const dialog = hers.getByRole('dialog');
    await dialog.getByLabel('Current password').fill('not it, and long enough');
    await dialog.getByLabel('New password').fill('short');
    await dialog.getByRole('button', { name: 'Change password' }).click();
    await expect(dialog.getByText('Passwords have 12 to 256 characters.')).toBeVisible();
    await dialog.getByLabel('New password').fill('her own new password');
    await dialog.getByRole('button', { name: 'Change password' }).click();
    await expect(dialog.getByText('This is not your current password.')).toBeVisible();
    await dialog.getByLabel('Current password').fill(password);
    await dialog.getByRole('button', { name: 'Change password' }).click();
    await expect(hers.getByRole('region', { name: 'Notifications' })).toContainText(
      'Your password was changed',
    );

    await act(page, name, 'Change role');
    await page
      .getByRole('dialog')
      .getByRole('radio', { name: /^Viewer/ })
      .check();
    await page.getByRole('dialog').getByRole('button', { name: 'Change role' }).click();
    await expect(page.getByRole('row', { name })).toContainText('Viewer');
    await hers.goto('/settings');
    await expect(hers).toHaveURL(/\/sign-in/);

    await act(page, name, 'Disable user');
    await page.getByRole('dialog').getByRole('button', { name: 'Disable user' }).click();
    await expect(page.getByRole('row', { name })).toContainText('Disabled');
    await signIn(hers, name, 'her own new password');
    await expect(hers.getByText('User name and password do not match.')).toBeVisible();

    await act(page, name, 'Delete user');
    await page.getByRole('dialog').getByRole('textbox').fill(name);
    await page.getByRole('dialog').getByRole('button', { name: 'Delete user' }).click();
    await expect(page.getByRole('row', { name })).toHaveCount(0);

    await act(page, 'admin', 'Disable user');
    await page.getByRole('dialog').getByRole('button', { name: 'Disable user' }).click();
    await expect(page.getByRole('dialog')).toContainText('last administrator');
    await hers.context().close();
  });

  test('a viewer reads everything and is told why nothing can be changed', async ({
    page,
    place,
    aws,
    browser,
  }) => {
    await using fn = await createFunction(aws);
    const name = `vic-${process.pid}`;
    await signIn(page, 'admin', getStage().adminPassword ?? '');
    await expect(page).toHaveURL(({ pathname }) => pathname === '/settings');
    await createUser(page, name, 'Viewer');
    const his = await pageOf(browser, name, password);
    const off = async (button: string) =>
      expect(
        his
          .getByRole('button', { name: button, exact: true })
          .or(his.getByRole('link', { name: button, exact: true }))
          .first(),
      ).toHaveAttribute('aria-disabled', 'true');

    await his.goto(routes.functions(place));
    await expect(his.getByRole('heading', { level: 1, name: /^Functions/ })).toBeVisible();
    await off('Create function');
    await his.goto(routes.functionTab(place, fn.name, 'code'));
    await expect(his.getByText('export const handler').first()).toBeVisible();
    await off('Upload from');
    await his.goto(routes.functionTab(place, fn.name, 'test'));
    await off('Test');
    await his.goto(routes.configuration(place, fn.name, 'general'));
    await off('Edit');
    await his.goto(routes.configuration(place, fn.name, 'environment'));
    await off('Edit');
    await his.goto(routes.editConfiguration(place, fn.name, 'general'));
    await expect(his.getByText('This needs the role developer')).toBeVisible();

    const invoked = await his.request.post(apiRoutes.invoke(place, fn.name), {
      headers: { origin: getStage().guardedConsoleUrl ?? '', 'content-type': 'application/json' },
      data: '{}',
    });
    expect(invoked.status()).toBe(403);
    await page.goto('/audit');
    const row = page.getByRole('row').filter({ hasText: name }).filter({ hasText: 'Refused' });
    await expect(row.first()).toContainText('Test');

    await his.goto(routes.users());
    await expect(his.getByRole('heading', { name: 'Users' })).toHaveCount(0);
    await his.context().close();
  });
});
