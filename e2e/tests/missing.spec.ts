import { routes } from '../../lib/routes.ts';
import { expect, test } from '../fixtures/test.ts';

test('a path that is no text is a page that does not exist, and a bad request for a program', async ({
  page,
  place,
}) => {
  for (const path of [`${routes.functions(place)}/%E0%A4%A`, '/%E0', '/connections/%zz']) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible();
  }
  const { connectionId } = place;
  for (const path of [
    `/api/c/${connectionId}/%E0/search?q=a`,
    `/api/c/${connectionId}/evil.example.com%2F%23/search?q=a`,
    `/api/c/${connectionId}/us-east-1/functions/%E0/code`,
  ]) {
    expect((await page.request.get(path)).status(), path).toBe(400);
  }
});
