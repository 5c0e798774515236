import { InvokeCommand } from '@aws-sdk/client-lambda';
import { routes } from '../../lib/routes.ts';
import { createFunction } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from './accessible.ts';

test('traces', async ({ aws, page, place }) => {
  test.slow();
  await using fn = await createFunction(aws, {
    files: { 'index.mjs': "export const handler = async () => { throw new Error('asked for'); };" },
    TracingConfig: { Mode: 'Active' },
  });
  await aws.lambda.send(new InvokeCommand({ FunctionName: fn.name, Payload: '{}' }));
  await page.goto(routes.monitorView(place, fn.name, 'traces'));
  await expect(page.getByRole('table', { name: 'Traces' })).toBeVisible();
  await expectAccessible(page, 'traces');
  await page.getByRole('table', { name: 'Traces' }).getByRole('link').first().click();
  await page.getByText('asked for').first().click();
  await expectAccessible(page, 'one trace');
  await page.goto(routes.monitorView(place, fn.name, 'traces', { view: 'map' }));
  await expect(page.getByRole('table', { name: 'Services' })).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await expectAccessible(page, 'service map');
});
