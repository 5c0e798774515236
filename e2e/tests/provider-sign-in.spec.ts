import type { Page } from '@playwright/test';
import { routes } from '../../lib/routes.ts';
import { openTestIssuer } from '../../lib/tools/test-issuer.ts';
import { getStage } from '../fixtures/stage.ts';
import { expect, test } from '../fixtures/test.ts';
import { signIn } from '../pages/sign-in.ts';

test.use({ baseURL: async ({}, use) => use(getStage().guardedConsoleUrl) });

/** By keyboard: the button comes first on the page. */
async function continueWithProvider(page: Page): Promise<void> {
  await page.goto(routes.signIn(routes.settings()));
  const link = page.getByRole('link', { name: 'Continue with Acme SSO' });
  await link.focus();
  await link.press('Enter');
}

test('people of the OpenID provider come in by their groups, and the local administrator always', async ({
  page,
  browser,
}) => {
  const name = `ada-${Date.now()}`;
  await using issuer = await openTestIssuer(Number(new URL(getStage().issuerUrl ?? '').port));
  const alert = page.getByRole('main').getByRole('alert');
  issuer.person = { sub: name, preferred_username: name, groups: ['guests'] };

  await test.step('no group lets her in', async () => {
    await continueWithProvider(page);
    await expect(alert).toContainText('Your account at Acme SSO is in no group that may use this console.');
  });
  await test.step('the provider is down', async () => {
    issuer.person = { sub: name, preferred_username: name, groups: ['engineers'] };
    issuer.lies = { answer: { path: '/token', status: 503, body: '' } };
    await continueWithProvider(page);
    await expect(alert).toContainText('Acme SSO did not answer as it should.');
  });
  await test.step('her group makes her a developer', async () => {
    issuer.lies = {};
    await continueWithProvider(page);
    await expect(page).toHaveURL(({ pathname }) => pathname === routes.settings());
    await expect(page.getByText('You sign in through Acme SSO')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Change password' })).toHaveCount(0);
  });

  const context = await browser.newContext({ baseURL: getStage().guardedConsoleUrl });
  const admin = await context.newPage();
  await test.step('the local administrator sees her, and why her role is not set here', async () => {
    await signIn(admin, 'admin', getStage().adminPassword ?? '');
    await expect(admin).toHaveURL(({ pathname }) => pathname === routes.settings());
    await admin.goto(routes.users());
    const row = admin.getByRole('row', { name });
    await expect(row).toContainText('Developer');
    await expect(row).toContainText('Acme SSO');
    await admin.getByRole('button', { name: `Actions for ${name}` }).click();
    await expect(admin.getByRole('menuitem', { name: /^Change role/ })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await admin.getByRole('menuitem', { name: 'Disable user' }).click();
    await admin.getByRole('dialog').getByRole('button', { name: 'Disable user' }).click();
    await expect(row).toContainText('Disabled');
  });
  await test.step('she is out at once, and does not come back in', async () => {
    await page.goto(routes.settings());
    await expect(page).toHaveURL(/\/sign-in/);
    await continueWithProvider(page);
    await expect(alert).toContainText('An administrator has disabled your user in this console.');
  });
  await test.step('the audit log says why', async () => {
    await admin.goto(routes.audit());
    const refused = admin.getByRole('row').filter({ hasText: name }).filter({ hasText: 'Refused' });
    await expect(refused.first()).toContainText('Sign in');
  });
  await context.close();
});
