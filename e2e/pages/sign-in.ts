import type { Page } from '@playwright/test';

/** Signs in on the console that asks for it, and asks for the settings. */
export async function signIn(page: Page, name: string, word: string): Promise<void> {
  await page.goto('/sign-in?next=/settings');
  await page.getByLabel(/^User/).fill(name);
  await page.getByLabel('Password', { exact: true }).fill(word);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
