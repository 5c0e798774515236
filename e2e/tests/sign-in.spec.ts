import { getStage } from '../fixtures/stage.ts';
import { expect, test } from '../fixtures/test.ts';

test.describe('a console with an administrator password', () => {
  test.use({ baseURL: async ({}, use) => use(getStage().guardedConsoleUrl) });

  test('asks who you are, refuses a wrong password, and leads back to where you wanted to go', async ({
    page,
  }) => {
    await page.goto('/audit');
    await expect(page).toHaveURL(/\/sign-in\?next=/);
    const password = page.getByLabel('Password', { exact: true });
    await page.getByLabel(/^User/).fill('admin');
    await password.fill('wrong horse battery staple');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByText('User name and password do not match.')).toBeVisible();
    await password.fill(getStage().adminPassword ?? '');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page).toHaveURL(/\/audit$/);
    await expect(page.getByRole('heading', { level: 1, name: /^Audit log/ })).toBeVisible();
  });

  test('answers nothing of AWS to somebody who is not signed in', async ({ request, place }) => {
    const routes = [
      `/api/c/${place.connectionId}/${place.region}/search?q=a`,
      `/api/c/${place.connectionId}/${place.region}/functions/any/code`,
    ];
    for (const route of routes) {
      const response = await request.get(route, { maxRedirects: 0 });
      expect([401, 403], route).toContain(response.status());
    }
  });
});
