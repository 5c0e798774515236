import { createFunction } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

test.describe('for a Japanese browser', () => {
  test.use({ locale: 'ja-JP' });

  test('speaks Japanese', async ({ aws, functionsPage, page }) => {
    await using fn = await createFunction(aws);
    await page.goto(functionsPage.path);
    await page.getByRole('button', { name: '更新', exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
    await expect(page.getByRole('heading', { level: 1, name: /^関数/ })).toBeVisible();
    await expect(page.getByRole('link', { name: fn.name, exact: true })).toBeVisible();
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('nothing is cut off sideways', async ({ aws, functionPage, functionsPage, page }) => {
    await using fn = await createFunction(aws);
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await functionsPage.goto();
    await functionsPage.refresh();
    await expect(page.getByRole('link', { name: fn.name, exact: true })).toBeVisible();
    expect(await overflow()).toBe(0);
    for (const tab of ['code', 'test', 'monitor', 'configuration'] as const) {
      await functionPage.goto(fn.name, tab);
      // Configuration leads on to its first section.
      if (tab === 'configuration') await page.waitForURL(/\/configuration\/general$/);
      expect(await overflow(), tab).toBe(0);
    }
  });
});

test('says so when a function does not exist, and leads back', async ({ functionPage, page, place }) => {
  await page.goto(`/c/${place.connectionId}/${place.region}/functions/no-such-function/code`);
  await expect(page.getByRole('main')).toContainText('no-such-function');
  await page
    .getByRole('main')
    .getByRole('link', { name: /functions/i })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /^Functions/ })).toBeVisible();
  await expect(functionPage.tabs).toHaveCount(0);
});
