import { routes, type Place } from '../../lib/routes.ts';
import { createMockRestApi } from '../fixtures/apis.ts';
import { expect, test } from '../fixtures/test.ts';
import { expectAccessible, looks, setLook } from './accessible.ts';

function pagesOf(place: Place, restId: string): Record<string, string> {
  return {
    'request runner': routes.restApi(place, restId, 'requests'),
  };
}

for (const look of looks) {
  test(`clients of APIs, ${look.name}`, async ({ aws, baseURL, context, page, place }) => {
    test.slow();
    await using rest = await createMockRestApi(aws);
    await setLook(context, baseURL, look);
    for (const [what, url] of Object.entries(pagesOf(place, rest.id))) {
      await test.step(what, async () => {
        await page.goto(url);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
        await expectAccessible(page, `${what}, ${look.name}`);
      });
    }
  });
}
